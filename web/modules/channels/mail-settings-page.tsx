// How mail leaves: the organisation's own mail server, a test that says what happened, and what is so without one.
import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './channels.module.css';
import { MailSettingsForm } from './mail-settings-form.tsx';
import { TestMail } from './test-mail.tsx';

export function MailSettingsPage() {
  const t = useT();
  const settings = useQuery({
    ...orpc.channels.getMailSettings.queryOptions({ input: {} }),
    // Under the hands of the person who fills in the form nothing may change.
    refetchOnWindowFocus: false,
  });
  return (
    <Page title={t('channels.mail')} purpose={t('channels.mail-purpose')}>
      <ErrorNote error={settings.error} retry={() => void settings.refetch()} />
      {settings.isPending ? <TextSkeleton lines={10} /> : null}
      {settings.data ? (
        <div className={classes['columns']}>
          <MailSettingsForm settings={settings.data} />
          <Stack gap="lg">
            <TestMail ready={Boolean(settings.data.host && settings.data.fromAddress)} />
            <section className={classes['aside']} aria-labelledby="without-server">
              <Title order={2} size="h3" id="without-server" mb="xs">
                {t('channels.without')}
              </Title>
              <Text mb="xs">{t('channels.without-means')}</Text>
              <List spacing={4}>
                <List.Item>{t('channels.without-held')}</List.Item>
                <List.Item>{t('channels.without-week')}</List.Item>
                <List.Item>{t('channels.without-portal')}</List.Item>
              </List>
            </section>
          </Stack>
        </div>
      ) : null}
    </Page>
  );
}
