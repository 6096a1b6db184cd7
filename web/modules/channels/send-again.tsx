// Sends a mail again that waits for a person; one that may have left already is asked about first.
import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type OutgoingMail, useSendAgain } from './use-outbox.ts';

export function SendAgain({ mail }: { mail: OutgoingMail }) {
  const t = useT();
  const maySend = useMay('outbox.send');
  const sending = useSendAgain();
  const [asking, setAsking] = useState(false);
  const waits = mail.state === 'held' || mail.state === 'failed' || mail.state === 'uncertain';
  if (!waits || !maySend) return null;
  const uncertain = mail.state === 'uncertain';

  function close(): void {
    setAsking(false);
    sending.reset();
  }

  return (
    <Stack gap="sm" align="flex-start">
      {asking ? null : <ErrorNote error={sending.error} />}
      <Button
        variant={uncertain ? 'default' : 'filled'}
        loading={sending.isPending}
        onClick={() => (uncertain ? setAsking(true) : sending.mutate(mail.id))}
      >
        {t('channels.send-again')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={close}
        onConfirm={() => sending.mutate(mail.id, { onSuccess: close })}
        title={t('channels.send-uncertain')}
        confirmLabel={t('channels.send-uncertain-yes')}
        danger
        busy={sending.isPending}
        error={sending.error}
      >
        <Alert variant="light" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('channels.may-be-sent')}>
          {t('channels.may-be-sent-means')}
        </Alert>
      </ConfirmDialog>
    </Stack>
  );
}
