// Models of processes, their instances and tasks, kept fresh by live events.
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type ModelBrief = Awaited<ReturnType<typeof api.processes.listModels>>['items'][number];
export type Model = Awaited<ReturnType<typeof api.processes.getModel>>;
export type Draft = Awaited<ReturnType<typeof api.processes.getDraft>>;
export type VersionBrief = Awaited<ReturnType<typeof api.processes.listVersions>>['items'][number];
export type Proposal = Model['proposals'][number];
export type InstanceBrief = Awaited<ReturnType<typeof api.processInstances.list>>['items'][number];
export type Instance = Awaited<ReturnType<typeof api.processInstances.get>>;

export const modelQuery = (id: string) => orpc.processes.getModel.queryOptions({ input: { id } });
export const draftQuery = (id: string) => orpc.processes.getDraft.queryOptions({ input: { id } });
export const checkQuery = (id: string, xml: string) =>
  orpc.processes.checkDiagram.queryOptions({ input: { id, xml }, staleTime: Infinity });
export const versionQuery = (id: string, number: number) =>
  orpc.processes.getVersion.queryOptions({ input: { id, number }, staleTime: Infinity });
export const instanceQuery = (id: string) => orpc.processInstances.get.queryOptions({ input: { id } });

/** All but drafts that are open: what is drawn must not be pulled away. */
export async function refreshProcesses(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({
      queryKey: orpc.processes.key(),
      predicate: ({ queryKey }) => !JSON.stringify(queryKey[0]).includes('raft'),
    }),
    queryClient.invalidateQueries({ queryKey: orpc.processInstances.key() }),
    // Where an instance goes on, it has another task.
    queryClient.invalidateQueries({ queryKey: orpc.tasks.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.processMigrations.key() }),
  ]);
}

export function useProcessesLive(): void {
  useLive(
    ['process-model.*', 'process.*', 'process-instance.*', 'task.*', 'hand-off.*'],
    () => void refreshProcesses(),
  );
}
