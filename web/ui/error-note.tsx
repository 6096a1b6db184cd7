// A refusal or failure: what happened, what was kept, what to do.
import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { problemText } from '#web/lib/problem-text.ts';

export type ErrorNoteProps = {
  error: unknown;
  /** What is safe, translated: "The text is kept on this device." */
  kept?: string;
  /** Offers to try again. */
  retry?: () => void;
};

export function ErrorNote({ error, kept, retry }: ErrorNoteProps) {
  const t = useT();
  if (!error) return null;
  return (
    <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle aria-hidden />}>
      <Text fw={500}>{problemText(error)}</Text>
      {kept ? <Text>{kept}</Text> : null}
      {retry ? (
        <Button mt="xs" variant="default" onClick={retry}>
          {t('ui.try-again')}
        </Button>
      ) : null}
    </Alert>
  );
}
