// Where one is signed in, with a way to end each of the others.
import { Badge, Button, Text } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { callSignIn } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { deviceName } from './device-name.ts';
import { type DeviceSession, sessionsKey, useSessions } from './use-sessions.ts';

export function SessionList() {
  const t = useT();
  const sessions = useSessions();
  const ending = useMutation({
    mutationFn: (session: DeviceSession | null) =>
      session ? callSignIn('/revoke-session', { token: session.token }) : callSignIn('/revoke-other-sessions', {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  });
  if (sessions.isPending) return <RowsSkeleton rows={2} />;
  const others = (sessions.data ?? []).filter((session) => !session.current);
  return (
    <>
      <ErrorNote error={sessions.error ?? ending.error} retry={() => void sessions.refetch()} />
      <RowList>
        {sessions.data?.map((session) => {
          const name = deviceName(session.userAgent) || t('organisation.unknown-device');
          return (
            <li key={session.id}>
              <div>
                <Text component="div">
                  <bdi>{name}</bdi>{' '}
                  {session.current ? (
                    <Badge variant="light" tt="none">
                      {t('organisation.this-device')}
                    </Badge>
                  ) : null}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('organisation.last-seen')} <DateText value={session.updatedAt} show="relative" />
                  {session.ipAddress ? (
                    <>
                      {' '}
                      · <Ltr>{session.ipAddress}</Ltr>
                    </>
                  ) : null}
                </Text>
              </div>
              {session.current ? null : (
                <Button
                  variant="default"
                  aria-label={t('organisation.end-session-of', { name })}
                  loading={ending.isPending && ending.variables?.id === session.id}
                  onClick={() => ending.mutate(session)}
                >
                  {t('organisation.end-session')}
                </Button>
              )}
            </li>
          );
        })}
      </RowList>
      {others.length > 1 ? (
        <Button
          mt="md"
          variant="default"
          leftSection={<IconDevices size={16} aria-hidden />}
          onClick={() => ending.mutate(null)}
        >
          {t('organisation.end-others')}
        </Button>
      ) : null}
    </>
  );
}
