// The customer tree and what belongs to it, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Tree = Awaited<ReturnType<typeof api.segments.tree>>;
export type Node = Tree['nodes'][number];
export type Field = Awaited<ReturnType<typeof api.segments.fields>>['items'][number];
export type Preview = Awaited<ReturnType<typeof api.segments.preview>>;
export type Move = Preview['moves'][number];
export type Proposal = Awaited<ReturnType<typeof api.segments.proposals>>['items'][number];
export type Persona = Awaited<ReturnType<typeof api.segments.personas>>['items'][number];

export const treeQuery = (version?: number) =>
  orpc.segments.tree.queryOptions({ input: version === undefined ? {} : { version } });

const fieldsQuery = orpc.segments.fields.queryOptions({ input: {} });

/** Everything of the tree: drafts, members, personas, proposals. */
export async function refreshTree(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.segments.key() });
}

export function useTreeLive(): void {
  useLive(['segment.*'], () => void refreshTree());
}

/** What rules may ask for; empty until it came. */
export function useFields(): readonly Field[] {
  return useQuery({ ...fieldsQuery, staleTime: 300_000 }).data?.items ?? [];
}
