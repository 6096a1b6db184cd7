/** @jsxImportSource preact */
// The receipt: number, tracking code to keep, and what happens next.
import { useEffect } from 'preact/hooks';
import { keptCase } from './device-store.ts';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { Page } from './page.tsx';
import { addressOf, go } from './place.ts';
import { usePortal } from './portal-context.ts';

export function ReceiptPage({ number }: { number: string }) {
  const { t, slug, formats, announce } = usePortal();
  const kept = keptCase(slug, number);
  const missing = kept === null;

  // A receipt belongs to the device it was given on.
  useEffect(() => {
    if (missing) go(addressOf(slug, 'follow'), { replace: true });
  }, [missing, slug]);
  if (!kept) return null;
  const code = kept.trackingCode ?? '';

  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      announce(t('receipt.copied'));
    } catch {
      announce(t('receipt.copy.failed'));
    }
  }
  const date = formats.moment(kept.seenAt ?? new Date().toISOString());
  return (
    <Page title={t('receipt.title')}>
      <section class="receipt" aria-label={t('receipt.code')}>
        <dl>
          <div>
            <dt>{t('receipt.number')}</dt>
            <dd>
              <bdi dir="ltr">{kept.number}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('receipt.code')}</dt>
            <dd class="code">
              <bdi dir="ltr">{code}</bdi>
            </dd>
          </div>
        </dl>
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('receipt.copy')}
        </button>
        <p>{t('receipt.keep')}</p>
      </section>
      <h2>{t('receipt.next')}</h2>
      <ol class="next">
        <li>{t('receipt.next.1', { date })}</li>
        <li>{kept.contact ? t('receipt.next.2', { contact: kept.contact }) : t('receipt.next.2.plain')}</li>
        {kept.answerBy && <li>{t('receipt.next.promise', { date: formats.moment(kept.answerBy) })}</li>}
        <li>{t('receipt.next.3')}</li>
      </ol>
      <p class="actions">
        <Link class="button primary" href={addressOf(slug, 'case', number)}>
          {t('receipt.follow')}
        </Link>
        <Link class="button plain" href={addressOf(slug)}>
          {t('home')}
        </Link>
      </p>
    </Page>
  );
}
