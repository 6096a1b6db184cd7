/** @jsxImportSource preact */
// Where the case stands, in one look and one or two sentences.
import { Icon } from './icon.tsx';
import { nameIn, usePortal } from './portal-context.ts';
import { stateLook } from './state-look.ts';
import { StateMark } from './state-mark.tsx';
import type { PortalCase } from './wire.ts';

export function Standing({ shown, refresh }: { shown: PortalCase; refresh: () => Promise<void> }) {
  const { t, formats, language } = usePortal();
  const look = stateLook(shown);
  const unit = shown.unitName ? nameIn(language, shown.unitName) : null;
  return (
    <section class={`standing ${look}`} aria-labelledby="standing-title">
      <div class="standing-head">
        <h2 id="standing-title" class="small-title">
          {t('case.standing')}
        </h2>
        <button type="button" class="button plain" onClick={() => void refresh()}>
          <Icon name="refresh" />
          {t('case.refresh')}
        </button>
      </div>
      <StateMark look={look} />
      <p>{sentence()}</p>
      {look === 'disputed' && <p>{t('state.disputed.clock', { date: formats.day(shown.registeredAt) })}</p>}
    </section>
  );

  function sentence(): string {
    if (look === 'open' || look === 'disputed')
      return unit ? t(`state.${look}.unit`, { unit }) : t(`state.${look}.about`);
    if (look === 'reported' && !shown.actions.includes('reopen')) return t('state.reported.about.closed');
    return t(`state.${look}.about`);
  }
}
