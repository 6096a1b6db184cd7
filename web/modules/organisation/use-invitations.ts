// Invitations and what became of them.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Invitation = Awaited<ReturnType<typeof api.organisation.listInvitations>>['items'][number];

export async function refreshInvitations(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.organisation.listInvitations.key() });
}

export function useInvitations() {
  useLive(['invitation.*'], () => void refreshInvitations());
  return usePaged(
    useInfiniteQuery(
      orpc.organisation.listInvitations.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 50 }),
        ...byCursor,
      }),
    ),
  );
}
