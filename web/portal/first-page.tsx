/** @jsxImportSource preact */
// The first screen: ask, complain or follow, and the cases this device knows.
import { useState } from 'preact/hooks';
import { forgetCase, keptCases, type KeptCase } from './device-store.ts';
import { Icon, type IconName } from './icon.tsx';
import { Link } from './link.tsx';
import { Page } from './page.tsx';
import { addressOf } from './place.ts';
import { usePortal } from './portal-context.ts';
import { StateMark } from './state-mark.tsx';

const ways = ['ask', 'complain', 'follow'] as const satisfies IconName[];

export function FirstPage() {
  const { t, slug } = usePortal();
  return (
    <Page title={t('first.title')}>
      <ul class="ways">
        {ways.map((way) => (
          <li key={way}>
            <Link class="way" href={addressOf(slug, way)}>
              <span class="way-icon">
                <Icon name={way} />
              </span>
              <span class="way-text">
                <strong>{t(`first.${way}`)}</strong>
                <span class="quiet">{t(`first.${way}.about`)}</span>
              </span>
              <Icon name="forward" />
            </Link>
          </li>
        ))}
      </ul>
      <KeptCases />
      <Answers />
      <aside class="promise">
        <Icon name="confirmed" />
        <div>
          <h2>{t('first.promise')}</h2>
          <p>{t('first.promise.about')}</p>
        </div>
      </aside>
    </Page>
  );
}

/** To the pages that the server writes, so links and form are plain. */
function Answers() {
  const { t, slug, info, language } = usePortal();
  if (!info.knowledge) return null;
  const address = addressOf(slug, 'knowledge', language);
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">
        <a href={address}>{t('first.answers')}</a>
      </h2>
      <form class="find" role="search" action={`${address}/search`} method="get">
        <label for="find">{t('first.answers.find')}</label>
        <div class="find-row">
          <input class="input" id="find" name="q" type="search" maxLength={200} dir="auto" enterKeyHint="search" />
          <button class="button" type="submit">
            {t('first.answers.search')}
          </button>
        </div>
      </form>
    </section>
  );
}

function KeptCases() {
  const { t, slug } = usePortal();
  const [cases, setCases] = useState(() => keptCases(slug));
  if (cases.length === 0) return null;

  function forget(kept: KeptCase) {
    forgetCase(slug, kept.grant);
    setCases(keptCases(slug));
  }
  return (
    <section aria-labelledby="device-title">
      <h2 id="device-title">{t('device.title')}</h2>
      <ul class="kept">
        {cases.map((kept) => (
          <KeptRow key={kept.grant} kept={kept} forget={() => forget(kept)} />
        ))}
      </ul>
    </section>
  );
}

function KeptRow({ kept, forget }: { kept: KeptCase; forget: () => void }) {
  const { t, slug, formats } = usePortal();
  const address = kept.number === null ? addressOf(slug, 'case') : addressOf(slug, 'case', kept.number);
  return (
    <li>
      <Link class="kept-link" href={address}>
        <span class="kept-title">
          <bdi>{kept.subject ?? t('device.untitled')}</bdi>
        </span>
        {kept.number !== null && (
          <span class="quiet">
            <bdi dir="ltr">{kept.number}</bdi>
          </span>
        )}
        {kept.look && <StateMark look={kept.look} />}
        {kept.seenAt && <span class="quiet">{t('device.seen', { date: formats.day(kept.seenAt) })}</span>}
      </Link>
      <button
        type="button"
        class="button plain square"
        aria-label={kept.number === null ? t('device.forget') : t('device.forget.named', { number: kept.number })}
        title={t('device.forget')}
        onClick={forget}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}
