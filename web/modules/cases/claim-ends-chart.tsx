// What became of the claims: seven ends in one bar that adds up, each named with its number and definition below.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { Figure } from '#web/ui/figure.tsx';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { ChartPart } from './chart-part.tsx';
import { EndsBar } from './ends-bar.tsx';
import { claimEndsInOrder } from './figure-words.ts';
import classes from './figures.module.css';
import type { ClaimFigures } from './wire.ts';

export function ClaimEndsChart({ claims }: { claims: ClaimFigures }) {
  const t = useT();
  const format = useFormat();
  return (
    <ChartPart
      title={t('figures.ends')}
      hint={t('figures.ends-hint', { count: claims.claims })}
      empty={claims.claims === 0 ? t('figures.no-claims') : null}
    >
      <EndsBar claims={claims} of={claims.claims} height={44} />
      <div className={classes['ends']}>
        {claimEndsInOrder.map(({ name, word }) => (
          <div key={name} className={classes['end']} data-end={name}>
            <Figure
              label={t(`figures.end.${name}`)}
              value={claims[name]}
              definition={t(`figures.define.${name}`)}
              icon={<StateIcon word={word} />}
            />
            <span className={classes['share']}>{format.percent(claims[name] / (claims.claims || 1))}</span>
          </div>
        ))}
      </div>
    </ChartPart>
  );
}
