/** @jsxImportSource preact */
// The calm pages for an address that leads nowhere, a server that does not answer, and the moment before it does.
import { useEffect, useState } from 'preact/hooks';
import { Page } from './page.tsx';
import { useWording } from './portal-context.ts';

export function LostPage() {
  const { t } = useWording();
  return (
    <Page title={t('lost.title')}>
      <p>{t('lost.about')}</p>
    </Page>
  );
}

export function UnreachablePage({ retry }: { retry: () => void }) {
  const { t } = useWording();
  return (
    <Page title={t('unreachable.title')}>
      <p>
        {t('problem.network.read')} {t('unreachable.about')}
      </p>
      <p>
        <button type="button" class="button primary" onClick={retry}>
          {t('retry')}
        </button>
      </p>
    </Page>
  );
}

export function WaitingPage() {
  const { t } = useWording();
  const [shown, setShown] = useState(false);
  // On a quick network the word would only flicker.
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="waiting" role="status">
      {shown ? t('loading') : ''}
    </p>
  );
}
