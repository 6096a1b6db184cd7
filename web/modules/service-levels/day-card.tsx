// The opened day: its date in both calendars, what is open, and why. Stays in sight at the foot of the year.
import { Text } from '@mantine/core';
import type { LocaleText } from '#contract/common.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { LookMark } from './look-mark.tsx';
import type { Day } from './year-days.ts';
import classes from './year-view.module.css';

export type DayCardProps = { day: Day; names: ReadonlyMap<string, LocaleText>; isToday: boolean };

export function DayCard({ day, names, isToday }: DayCardProps) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { spans, why } = day.hours;
  return (
    <div role="region" aria-label={t('working-calendar.opened-day')} aria-live="polite" className={classes['card']}>
      <div>
        <Text fw={600}>
          {format.date(day.date, 'full')}
          {isToday ? ` · ${t('working-calendar.today')}` : null}
        </Text>
        <Text size="sm" c="dimmed">
          {format.otherDate(day.date)}
        </Text>
      </div>
      <div>
        <Text fw={600}>
          {spans.length === 0
            ? t('working-calendar.nothing-open')
            : spans
                .map(({ from, until }) =>
                  t('working-calendar.span', { from: format.clock(from), until: format.clock(until) }),
                )
                .join(t('working-calendar.comma'))}
        </Text>
        <Text size="sm" component="div" className={classes['why'] ?? ''}>
          <LookMark look={day.look} />
          {why.length > 0 ? (
            why.map((id) => <bdi key={id}>{text(names.get(id)) || t('working-calendar.without-name')}</bdi>)
          ) : (
            <span>{t('working-calendar.ordinary-week')}</span>
          )}
        </Text>
      </div>
    </div>
  );
}
