// The first page of a new installation: how to begin, which country, who administers.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { FrontPage } from './front-page.tsx';
import { SetUpForm } from './set-up-form.tsx';

const route = getRouteApi('/setup');

export function SetUpPage() {
  const t = useT();
  const { token = '' } = route.useSearch();
  const status = useQuery(orpc.organisation.setupStatus.queryOptions({ input: {} }));
  if (status.data?.needed) {
    return (
      <FrontPage title={t('app.setup')} purpose={t('app.setup-purpose')} wide>
        <SetUpForm token={token} />
      </FrontPage>
    );
  }
  return (
    <FrontPage title={t('app.setup')}>
      {status.isPending ? <TextSkeleton /> : null}
      <ErrorNote error={status.error} retry={() => void status.refetch()} />
      {status.data ? (
        <EmptyState
          title={t('app.setup-done')}
          hint={t('app.setup-done-hint')}
          action={
            <Button component={Link} to="/sign-in">
              {t('app.sign-in')}
            </Button>
          }
        />
      ) : null}
    </FrontPage>
  );
}
