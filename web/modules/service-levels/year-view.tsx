// The year of a working calendar in the reader's own calendar: twelve months, every day marked, one day opened with its reasons.
import { ActionIcon, Button, Group, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { LocaleText } from '#contract/common.ts';
import { fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { NumberText } from '#web/ui/number-text.tsx';
import { DayCard } from './day-card.tsx';
import { LookMark } from './look-mark.tsx';
import { MonthGrid } from './month-grid.tsx';
import { useDayMoves } from './use-day-moves.ts';
import { countLooks, looks, monthsOfYear } from './year-days.ts';
import classes from './year-view.module.css';

export type YearViewProps = {
  calendar: WorkingCalendar;
  /** Of exceptions and closures, by id. */
  names: ReadonlyMap<string, LocaleText>;
};

export function YearView({ calendar, names }: YearViewProps) {
  const t = useT();
  const format = useFormat();
  const { settings } = format;
  const today = format.dayOf(new Date().toISOString());
  const [chosen, setChosen] = useState(today);
  const [year, setYear] = useState(() => fromIsoDate(today, settings.calendar).year);
  const months = useMemo(
    () => monthsOfYear(calendar, year, { calendar: settings.calendar, weekStart: settings.weekStart }),
    [calendar, year, settings],
  );
  const counts = useMemo(() => countLooks(months), [months]);
  const first = months[0]!.days[0]!.date;
  const all = months.flatMap(({ days }) => days);
  const open = all.find(({ date }) => date === chosen) ?? all[0]!;
  const grids = useRef<HTMLDivElement>(null);
  // Where the keyboard is: one stop for the whole year, and from there by arrows.
  const [reached, setReached] = useState(open.date);
  const stop = all.some(({ date }) => date === reached) ? reached : open.date;
  const moved = useDayMoves(all, settings.weekStart);

  function press(event: KeyboardEvent<HTMLButtonElement>): void {
    const next = moved(event, event.currentTarget.dataset['day'] ?? stop);
    if (!next) return;
    event.preventDefault();
    setReached(next);
    grids.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  function turn(to: number): void {
    setYear(to);
    const start = toIsoDate({ calendar: settings.calendar, year: to, month: 1, day: 1 });
    const day = fromIsoDate(today, settings.calendar).year === to ? today : start;
    setChosen(day);
    setReached(day);
  }

  return (
    <section className={classes['year']} aria-labelledby="shown-year">
      <Group justify="space-between" gap="xs">
        <Group gap={4}>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('working-calendar.year-before')}
            onClick={() => turn(year - 1)}
          >
            <IconChevronRight size={18} className={classes['previous']} aria-hidden />
          </ActionIcon>
          <Title order={3} id="shown-year" aria-live="polite">
            {format.date(first, 'year')}
          </Title>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('working-calendar.year-after')}
            onClick={() => turn(year + 1)}
          >
            <IconChevronRight size={18} data-flips aria-hidden />
          </ActionIcon>
        </Group>
        {all.some(({ date }) => date === today) ? null : (
          <Button variant="default" size="compact-md" onClick={() => turn(fromIsoDate(today, settings.calendar).year)}>
            {t('working-calendar.this-year')}
          </Button>
        )}
      </Group>
      <ul className={classes['legend']} aria-label={t('working-calendar.legend')}>
        {looks
          .filter((look) => counts[look] > 0)
          .map((look) => (
            <li key={look}>
              <LookMark look={look} /> <NumberText value={counts[look]} />
            </li>
          ))}
      </ul>
      <div ref={grids} className={classes['months']}>
        {months.map((month) => (
          <MonthGrid
            key={month.days[0]!.date}
            month={month}
            names={names}
            today={today}
            chosen={month.days.includes(open) ? open.date : null}
            stop={month.days.some(({ date }) => date === stop) ? stop : null}
            onOpen={(date) => {
              setChosen(date);
              setReached(date);
            }}
            onKeyDown={press}
          />
        ))}
      </div>
      <DayCard day={open} names={names} isToday={open.date === today} />
    </section>
  );
}
