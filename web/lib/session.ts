// Who is signed in: one query that the shell loads before any page of it is shown.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Session as SessionSchema } from '#contract/organisation.ts';
import { orpc } from './query.ts';

export type Session = z.infer<typeof SessionSchema>;

export const sessionQuery = orpc.organisation.session.queryOptions({ input: {}, staleTime: 300_000 });

/** Only inside the shell, which has loaded it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}
