// A page that failed: what happened, and the ways on.
import { Button, Group } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useT();
  // A bug of ours: the browser's console is where somebody will look for it.
  // oxlint-disable-next-line no-console
  if (!isProblem(error)) console.error(error);
  return (
    <Page title={t('app.page-failed')} width="reading">
      <ErrorNote error={error} kept={t('app.page-failed-kept')} />
      <Group mt="md">
        <Button onClick={reset}>{t('ui.try-again')}</Button>
        <Button variant="default" component={Link} to="/">
          {t('app.to-start')}
        </Button>
      </Group>
    </Page>
  );
}
