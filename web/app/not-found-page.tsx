// An address that leads nowhere.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { FrontPage } from './front-page.tsx';

export function NotFoundPage() {
  const t = useT();
  return (
    <FrontPage title={t('app.not-found')} purpose={t('app.not-found-hint')}>
      <Button component={Link} to="/">
        {t('app.to-start')}
      </Button>
    </FrontPage>
  );
}
