// All promises of the period: how many were kept, how much of their time they used, how much of it was paused.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { Figure } from '#web/ui/figure.tsx';
import classes from './compliance.module.css';
import type { ComplianceFigures } from './policy-wire.ts';
import { useUsedWords } from './use-used-words.ts';

export function ComplianceHeadlines({ figures }: { figures: ComplianceFigures }) {
  const t = useT();
  const format = useFormat();
  const usedWords = useUsedWords();
  const { clocks, met, missed, overdue, kept, used, pauseShare } = figures;
  if (clocks === null || met === null || missed === null || overdue === null)
    return <p className={classes['suppressed']}>{t('compliance.suppressed')}</p>;
  return (
    <section className={classes['headlines']} aria-label={t('figures.headlines')}>
      <div>
        <Figure
          label={t('compliance.kept')}
          percent
          value={kept?.share ?? null}
          n={met + missed + overdue}
          definition={t('compliance.define.kept')}
          why={t('compliance.nothing-decided')}
        />
        {kept ? (
          <span className={classes['hint']}>
            {t('compliance.interval', { low: format.percent(kept.low), high: format.percent(kept.high) })}
          </span>
        ) : null}
      </div>
      <Figure label={t('compliance.clocks')} value={clocks} definition={t('compliance.define.clocks')} />
      <Figure label={t('compliance.overdue')} value={overdue} definition={t('compliance.define.overdue')} />
      {(['p50', 'p90', 'p95'] as const).map((part) => (
        <Figure
          key={part}
          label={t(`compliance.used.${part}`)}
          value={used?.[part] ?? null}
          {...(used ? { written: usedWords(used[part]) } : {})}
          definition={t(`compliance.define.used.${part}`)}
        />
      ))}
      <Figure
        label={t('compliance.pause-share')}
        percent
        value={pauseShare}
        definition={t('compliance.define.pause-share')}
      />
    </section>
  );
}
