// Groups of customers from the smallest to the largest, side by side: the share of ended claims that the customer confirmed.
import { formatDuration } from '#kernel/format-duration.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { ChartPart } from './chart-part.tsx';
import { type Segment, isShown, worstServed } from './figure-words.ts';
import classes from './figures.module.css';

const hour = 3_600_000;

export function SegmentsChart({ segments }: { segments: readonly Segment[] }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const worst = worstServed(segments);
  return (
    <ChartPart
      title={t('figures.segments')}
      hint={t('figures.segments-hint')}
      empty={segments.length === 0 ? t('figures.segments-none') : null}
    >
      <ul className={classes['lines']}>
        {segments.map((segment, index) => (
          // Groups have no id here, and two may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={classes['line']} data-worst={segment === worst || undefined}>
            <span className={classes['line-name']}>
              <bdi>{text(segment.segment) || t('figures.no-segment')}</bdi>
              {segment === worst ? <span className={classes['flag']}>{t('figures.worst-flag')}</span> : null}
            </span>
            {isShown(segment) ? (
              <>
                <span className={classes['track']} data-whole>
                  <span className={classes['bar']} style={{ blockSize: 24 }}>
                    <span className={classes['part']} data-end="confirmed" style={{ flexGrow: segment.confirmed }}>
                      {segment.confirmed / segment.ended > 0.12
                        ? format.percent(segment.confirmed / segment.ended)
                        : null}
                    </span>
                    <span className={classes['part']} data-end="disputed" style={{ flexGrow: segment.disputed }}>
                      {segment.disputed / segment.ended > 0.12
                        ? format.percent(segment.disputed / segment.ended)
                        : null}
                    </span>
                    <span
                      className={classes['part']}
                      data-end="other"
                      style={{ flexGrow: segment.ended - segment.confirmed - segment.disputed }}
                    />
                  </span>
                </span>
                <span className={classes['line-value']}>
                  <span className={classes['mark']} data-end="confirmed">
                    <StateIcon word="confirmed" size={14} />
                    {t('figures.segment-confirmed', {
                      confirmed: format.number(segment.confirmed),
                      ended: format.number(segment.ended),
                    })}
                  </span>
                  <span className={classes['mark']} data-end="disputed">
                    <StateIcon word="disputed" size={14} />
                    {t('figures.segment-disputed', { disputed: format.number(segment.disputed) })}
                  </span>
                  {segment.medianHoursToFirstClaim === null ? null : (
                    <span>
                      {t('figures.segment-median', {
                        time: formatDuration(segment.medianHoursToFirstClaim * hour, format.settings, 'long'),
                      })}
                    </span>
                  )}
                </span>
              </>
            ) : (
              <span className={classes['suppressed']}>{t('figures.suppressed')}</span>
            )}
          </li>
        ))}
      </ul>
    </ChartPart>
  );
}
