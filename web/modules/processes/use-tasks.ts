// Tasks and hand-offs, kept fresh by live events.
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type TaskBrief = Awaited<ReturnType<typeof api.tasks.list>>['items'][number];
export type Task = Awaited<ReturnType<typeof api.tasks.get>>;
export type HandOff = Task['handOffs'][number];

export const taskQuery = (id: string) => orpc.tasks.get.queryOptions({ input: { id } });

/** Where files of its comments and answers are opened; null: not by the reader. */
export const filesOf = (task: Task): string | null => (task.may.openFiles ? '/api/tasks/files' : null);

export async function refreshTasks(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.tasks.key() });
}

/** What a change answered with is shown at once; the lists follow. */
export function showTask(task: Task): void {
  queryClient.setQueryData(taskQuery(task.id).queryKey, task);
  void refreshTasks();
}

export function useTasksLive(): void {
  useLive(['task.*', 'hand-off.*'], () => void refreshTasks());
}
