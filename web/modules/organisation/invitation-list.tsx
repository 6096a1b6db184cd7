// Invitations with their state; one that waits can be taken back, one that ended can be made anew.
import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconClock, IconClockOff, IconMailForward, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import type { Invitee } from './invite-dialog.tsx';
import { roleNames } from './roles.ts';
import classes from './invitations.module.css';
import { type Invitation, refreshInvitations, useInvitations } from './use-invitations.ts';

const icons = { pending: IconClock, accepted: IconCheck, revoked: IconX, expired: IconClockOff };

export function InvitationList({ onInvite }: { onInvite: (invitee: Invitee) => void }) {
  const t = useT();
  const invitations = useInvitations();
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const revocation = useMutation({
    mutationFn: (invitation: Invitation) => api.organisation.revokeInvitation({ id: invitation.id }),
    onSuccess: async () => {
      setRevoking(null);
      await refreshInvitations();
    },
  });
  if (invitations.waiting) return <RowsSkeleton />;
  if (invitations.error) return <ErrorNote error={invitations.error} retry={invitations.retry} />;
  return (
    <>
      {invitations.rows.length === 0 ? (
        <EmptyState
          icon={IconMailForward}
          title={t('organisation.no-invitations')}
          hint={t('organisation.no-invitations-hint')}
          action={<Button onClick={() => onInvite({})}>{t('organisation.invite')}</Button>}
        />
      ) : null}
      <RowList aria-label={t('organisation.invitations')}>
        {invitations.rows.map((invitation) => (
          <li key={invitation.id}>
            <div>
              <Text fw={600}>
                <bdi>{invitation.name}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                <Ltr>{invitation.email}</Ltr> · {roleNames(t, invitation.roles)}
              </Text>
            </div>
            <State invitation={invitation} />
            <Act invitation={invitation} onRevoke={setRevoking} onInvite={onInvite} />
          </li>
        ))}
      </RowList>
      {invitations.hasMore ? (
        <Button mt="md" variant="default" onClick={invitations.more}>
          {t('organisation.show-more')}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={revoking !== null}
        onClose={() => {
          setRevoking(null);
          revocation.reset();
        }}
        onConfirm={() => revoking && revocation.mutate(revoking)}
        title={t('organisation.revoke-invitation')}
        confirmLabel={t('organisation.revoke-invitation')}
        danger
        busy={revocation.isPending}
        error={revocation.error}
      >
        {t('organisation.revoke-invitation-means', { name: revoking?.name })}
      </ConfirmDialog>
    </>
  );
}

type ActProps = {
  invitation: Invitation;
  onRevoke: (invitation: Invitation) => void;
  onInvite: (invitee: Invitee) => void;
};

function Act({ invitation, onRevoke, onInvite }: ActProps) {
  const t = useT();
  const { name, state } = invitation;
  if (state === 'accepted') return <span className={classes['act']} />;
  return state === 'pending' ? (
    <Button
      variant="default"
      className={classes['act'] ?? ''}
      aria-label={t('organisation.revoke-of', { name })}
      onClick={() => onRevoke(invitation)}
    >
      {t('organisation.revoke')}
    </Button>
  ) : (
    <Button
      variant="default"
      className={classes['act'] ?? ''}
      aria-label={t('organisation.invite-again-of', { name })}
      onClick={() => onInvite(invitation)}
    >
      {t('organisation.invite-again')}
    </Button>
  );
}

function State({ invitation }: { invitation: Invitation }) {
  const t = useT();
  const Icon = icons[invitation.state];
  return (
    <Group gap={6} wrap="nowrap" className={classes['state'] ?? ''}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <Text>
        {t(`organisation.invitation.${invitation.state}`)}
        {invitation.state === 'pending' ? (
          <Text span size="sm" c="dimmed">
            {' '}
            {t('organisation.until')} <DateText value={invitation.expiresAt} show="date" />
          </Text>
        ) : null}
      </Text>
    </Group>
  );
}
