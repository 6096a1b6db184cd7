// Sends a test mail to oneself and says in words what the mail server made of it.
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconMailCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './channels.module.css';
import { faultText } from './fault-text.ts';

/** `ready`: a mail server and a sender are stored. */
export function TestMail({ ready }: { ready: boolean }) {
  const t = useT();
  const { email } = useSession().person;
  const test = useMutation({ mutationFn: () => api.channels.testMail({}) });
  return (
    <Stack
      component="section"
      gap="sm"
      align="flex-start"
      className={classes['aside'] ?? ''}
      aria-labelledby="test-mail"
    >
      <Title order={2} size="h3" id="test-mail">
        {t('channels.test')}
      </Title>
      {ready ? (
        <>
          <Text>
            {t('channels.test-hint')} <Ltr>{email}</Ltr>
          </Text>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t('channels.test-send')}
          </Button>
        </>
      ) : (
        <Text>{t('channels.test-first')}</Text>
      )}
      <div role="status">
        {test.data?.ok ? (
          <Alert variant="light" color="green" icon={<IconMailCheck aria-hidden />}>
            {t('channels.test-ok')}
          </Alert>
        ) : null}
        {test.data?.fault ? (
          <Alert variant="light" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {faultText(test.data.fault)}
          </Alert>
        ) : null}
      </div>
      <ErrorNote error={test.error} />
    </Stack>
  );
}
