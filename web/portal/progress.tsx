/** @jsxImportSource preact */
// How far the process of the case came: what is promised, what was done, and what is being done now.
import { Icon } from './icon.tsx';
import { Moment } from './moment.tsx';
import { nameIn, usePortal } from './portal-context.ts';
import type { PortalCase } from './wire.ts';

export function Progress({ progress: { promise, stages } }: { progress: NonNullable<PortalCase['progress']> }) {
  const { t, language } = usePortal();
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title">{t('progress.title')}</h2>
      {promise && (
        <p class="quiet">
          {t('progress.promise')} <bdi>{nameIn(language, promise)}</bdi>
        </p>
      )}
      {stages.length > 0 && (
        <ol class="stages">
          {stages.map(({ words, at, now }) => (
            <li key={at} class={now ? 'now' : ''} aria-current={now ? 'step' : undefined}>
              <Icon name={now ? 'claimed' : 'confirmed'} />
              <div>
                <p>
                  <bdi>{nameIn(language, words)}</bdi>
                </p>
                <p class="quiet">
                  {now && `${t('progress.now')} · `}
                  <Moment at={at} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
