// The devices on which one is signed in, as the sign-in service knows them.
import { useQuery } from '@tanstack/react-query';
import { callSignIn } from '#web/lib/auth.ts';

export type DeviceSession = {
  id: string;
  token: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** The one that looks. */
  current: boolean;
};

type Known = Omit<DeviceSession, 'current'>;
export const sessionsKey = ['organisation', 'sessions'];

export function useSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: readSessions });
}

async function readSessions(): Promise<DeviceSession[]> {
  const [sessions, own] = await Promise.all([
    callSignIn<Known[]>('/list-sessions'),
    callSignIn<{ session?: Known }>('/get-session'),
  ]);
  return sessions
    .map((session) => ({ ...session, current: session.token === own.session?.token }))
    .toSorted((a, b) => Number(b.current) - Number(a.current) || b.updatedAt.localeCompare(a.updatedAt));
}
