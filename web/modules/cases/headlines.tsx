// The headline figures: the worst-served customers in one sentence, then what counts. "Solved" means confirmed by the customer.
import { Text } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { Figure } from '#web/ui/figure.tsx';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { share, worstServed } from './figure-words.ts';
import classes from './figures.module.css';
import type { CaseFigures } from './wire.ts';

export function Headlines({ figures }: { figures: CaseFigures }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { claims, bySegment, oldestOpenAt } = figures;
  const worst = worstServed(bySegment);
  const ended = claims.claims - claims.waiting;
  const all = share(claims.confirmed, ended);
  return (
    <section aria-label={t('figures.headlines')} className={classes['headlines']}>
      <p className={classes['worst']}>
        {worst && all !== null
          ? t('figures.worst', {
              segment: text(worst.segment) || t('figures.no-segment'),
              share: format.percent(worst.confirmed / worst.ended),
              confirmed: worst.confirmed,
              ended: worst.ended,
              all: format.percent(all),
            })
          : t('figures.worst-none')}
      </p>
      <div className={classes['row']}>
        <Figure
          label={t('figures.solved')}
          percent
          value={share(claims.confirmed, claims.claims)}
          n={claims.claims}
          definition={t('figures.define.solved')}
          why={t('figures.no-claims')}
          icon={<StateIcon word="confirmed" />}
        />
        <Figure
          label={t('figures.registered')}
          value={figures.registered}
          definition={t('figures.define.registered')}
        />
        <Figure
          label={t('figures.open-now')}
          value={figures.openNow}
          definition={t('figures.define.open-now')}
          icon={<StateIcon word="open" />}
        />
        <Figure
          label={t('figures.claimed-now')}
          value={figures.claimedNow}
          definition={t('figures.define.claimed-now')}
          icon={<StateIcon word="claimed" />}
        />
        <Figure label={t('figures.reopened')} value={figures.reopened} definition={t('figures.define.reopened')} />
        <div>
          <Text c="dimmed">{t('figures.oldest')}</Text>
          <div className={classes['date']}>
            {oldestOpenAt ? (
              <time dateTime={oldestOpenAt} title={format.bothCalendars(oldestOpenAt)}>
                {format.date(oldestOpenAt, 'long')}
              </time>
            ) : (
              t('figures.oldest-none')
            )}
          </div>
          {oldestOpenAt ? (
            <Text c="dimmed" size="sm">
              {format.relative(oldestOpenAt)}
            </Text>
          ) : null}
        </div>
      </div>
    </section>
  );
}
