// The first page: the first place in the navigation that the person may see.
import { Navigate } from '@tanstack/react-router';
import { IconDoor } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { useNavigation } from './use-navigation.ts';

export function HomePage() {
  const t = useT();
  const first = useNavigation()[0]?.entries[0];
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('app.name')}>
      <EmptyState icon={IconDoor} title={t('app.nothing-permitted')} hint={t('app.nothing-permitted-hint')} />
    </Page>
  );
}
