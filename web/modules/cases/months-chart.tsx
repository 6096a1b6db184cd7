// Month by month of the organisation's own calendar: what came in, and what became of the claims made in it.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { ChartPart } from './chart-part.tsx';
import { EndsBar } from './ends-bar.tsx';
import classes from './figures.module.css';
import type { CaseFigures } from './wire.ts';

export function MonthsChart({ months }: { months: CaseFigures['months'] }) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(1, ...months.map((month) => Math.max(month.registered, month.claims.claims)));
  const nothing = months.every((month) => month.registered === 0 && month.claims.claims === 0);
  return (
    <ChartPart
      title={t('figures.months')}
      hint={t('figures.months-hint')}
      empty={nothing ? t('figures.months-none') : null}
    >
      <ul className={classes['lines']}>
        {months.map((month) => (
          <li key={month.start} className={classes['line']}>
            <span className={classes['line-name']}>{format.date(month.start, 'month')}</span>
            <span className={classes['track']}>
              <span className={classes['came']} style={{ inlineSize: `${(month.registered / most) * 100}%` }} />
              {month.claims.claims > 0 ? <EndsBar claims={month.claims} of={most} height={22} /> : null}
            </span>
            <span className={classes['line-value']}>
              {t('figures.month-value', {
                registered: format.number(month.registered),
                claims: format.number(month.claims.claims),
                confirmed: format.number(month.claims.confirmed),
              })}
            </span>
          </li>
        ))}
      </ul>
    </ChartPart>
  );
}
