// Cases that are not closed, by their age since registration: open and claimed side by side, since a claim solves nothing yet.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { ChartPart } from './chart-part.tsx';
import classes from './figures.module.css';
import { useAgeLabel } from './use-age-label.ts';
import type { CaseFigures } from './wire.ts';

export function AgeChart({ bands, oldest }: { bands: CaseFigures['openByAge']; oldest: string | null }) {
  const t = useT();
  const format = useFormat();
  const label = useAgeLabel();
  const most = Math.max(1, ...bands.map((band) => band.open + band.claimed));
  const total = bands.reduce((sum, band) => sum + band.open + band.claimed, 0);
  return (
    <ChartPart
      title={t('figures.age')}
      hint={t('figures.age-hint')}
      empty={total === 0 || !oldest ? t('figures.age-none') : null}
    >
      <ul className={classes['lines']}>
        {bands.map((band) => (
          <li key={band.fromDays} className={classes['line']}>
            <span className={classes['line-name']}>{label(band)}</span>
            <span className={classes['track']}>
              <span
                className={classes['bar']}
                style={{ blockSize: 24, inlineSize: `${((band.open + band.claimed) / most) * 100}%` }}
              >
                <span className={classes['part']} data-end="open" style={{ flexGrow: band.open }} />
                <span className={classes['part']} data-end="waiting" style={{ flexGrow: band.claimed }} />
              </span>
            </span>
            <span className={classes['line-value']}>
              {t('figures.age-value', { open: format.number(band.open), claimed: format.number(band.claimed) })}
            </span>
          </li>
        ))}
      </ul>
    </ChartPart>
  );
}
