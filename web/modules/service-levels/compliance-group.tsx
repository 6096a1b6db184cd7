// One group of promises: the share kept with its interval, a bar of what became of them with each part named, and how long they took.
import { VisuallyHidden } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './compliance.module.css';
import type { ComplianceFigures } from './policy-wire.ts';
import { useUsedWords } from './use-used-words.ts';

const parts = ['met', 'missed', 'overdue', 'running', 'cancelled'] as const;

export function ComplianceGroup({ name, figures }: { name: string; figures: ComplianceFigures }) {
  const t = useT();
  const format = useFormat();
  const usedWords = useUsedWords();
  const { clocks, kept, used, pauseShare } = figures;
  if (clocks === null)
    return (
      <li className={classes['line']}>
        <bdi className={classes['line-name']}>{name}</bdi>
        <span className={classes['suppressed']}>{t('compliance.suppressed')}</span>
      </li>
    );
  const decided = (figures.met ?? 0) + (figures.missed ?? 0) + (figures.overdue ?? 0);
  return (
    <li className={classes['line']}>
      <div className={classes['line-name']}>
        <bdi>{name}</bdi>
        <div className={classes['kept']}>
          {kept ? (
            <>
              <strong>{format.percent(kept.share)}</strong>{' '}
              <span className={classes['hint']}>
                {t('compliance.kept-of', {
                  low: format.percent(kept.low),
                  high: format.percent(kept.high),
                  decided,
                })}
              </span>
            </>
          ) : (
            <span className={classes['hint']}>{t('compliance.nothing-decided')}</span>
          )}
        </div>
      </div>
      <div className={classes['track']}>
        <div className={classes['bar']} aria-hidden>
          {parts.map((part) =>
            figures[part] ? (
              <span key={part} className={classes['bar-part']} data-part={part} style={{ flexGrow: figures[part] }} />
            ) : null,
          )}
        </div>
        <ul className={classes['labels']}>
          {parts.map((part) =>
            figures[part] ? (
              <li key={part}>
                <span className={classes['swatch']} data-part={part} aria-hidden />
                {t(`compliance.part.${part}`, { number: figures[part] })}
              </li>
            ) : null,
          )}
        </ul>
      </div>
      <dl className={classes['more']}>
        {used
          ? (['p50', 'p90', 'p95'] as const).map((part) => (
              <div key={part}>
                <dt>
                  <VisuallyHidden>{t(`compliance.used.${part}`)}</VisuallyHidden>
                  <span aria-hidden>{t(`compliance.used-short.${part}`)}</span>
                </dt>
                <dd>{usedWords(used[part])}</dd>
              </div>
            ))
          : null}
        {pauseShare === null ? null : (
          <div>
            <dt>{t('compliance.paused-short')}</dt>
            <dd>{format.percent(pauseShare)}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
