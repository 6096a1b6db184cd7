// The days of a week with what is open on each: any number of spans, and one day's hours taken over for the others.
import { Button } from '@mantine/core';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Span, Week } from '#contract/service-levels.ts';
import { weekdayNames } from '#kernel/calendar/names.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useField } from '#web/ui/form/use-field.ts';
import { nextSpan } from './calendar-entry.ts';
import { FaultLine } from './fault-line.tsx';
import { SpanRow } from './span-row.tsx';
import { usePlace } from './use-place.ts';
import classes from './calendar-form.module.css';

export function WeekField({ name, label }: { name: string; label: string }) {
  const { settings } = useFormat();
  const field = useField<Week>({ name, label });
  const { clearErrors } = useFormContext();
  const change = (week: Week) => {
    // What was refused stands at its place in a week that is no longer this one.
    clearErrors(name);
    field.change(week);
  };
  const days = Array.from({ length: 7 }, (_, index) => (index + settings.weekStart) % 7);
  return (
    <div className={classes['week']}>
      {days.map((day) => (
        <DayRow
          key={day}
          day={day}
          path={`${name}.${day}`}
          spans={field.value[day] ?? []}
          onChange={(spans) => change(field.value.map((one, at) => (at === day ? spans : one)))}
          onCopy={() =>
            change(field.value.map((one) => (one.length > 0 ? field.value[day]!.map((span) => ({ ...span })) : one)))
          }
        />
      ))}
    </div>
  );
}

type DayRowProps = {
  day: number;
  path: string;
  spans: readonly Span[];
  onChange: (spans: Span[]) => void;
  onCopy: () => void;
};

function DayRow({ day, path, spans, onChange, onCopy }: DayRowProps) {
  const t = useT();
  const { settings } = useFormat();
  const name = weekdayNames[settings.language][day]!;
  const place = usePlace(path, name);
  // Spans are told apart by place; after one is taken out the others are drawn anew.
  const generation = useRef(0);
  const next = nextSpan(spans);
  return (
    <div ref={place.ref} role="group" aria-label={name} className={classes['week-day']}>
      <div className={classes['week-name']}>{name}</div>
      <div className={classes['spans']}>
        {spans.length === 0 ? <span className={classes['quiet']}>{t('working-calendar.closed-day')}</span> : null}
        {spans.map((span, index) => (
          <SpanRow
            key={`${generation.current}.${index}`}
            path={`${path}.${index}`}
            day={name}
            span={span}
            onChange={(changed) => onChange(spans.map((one, at) => (at === index ? changed : one)))}
            onRemove={() => {
              generation.current += 1;
              onChange(spans.filter((_, at) => at !== index));
            }}
          />
        ))}
        <FaultLine>{place.fault}</FaultLine>
      </div>
      <div className={classes['week-acts']}>
        {next && spans.length < 8 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={`${t('working-calendar.add-span')}: ${name}`}
            onClick={() => onChange([...spans, next])}
          >
            {t('working-calendar.add-span')}
          </Button>
        ) : null}
        {spans.length > 0 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconCopy size={14} aria-hidden />}
            aria-label={`${t('working-calendar.copy-day')}: ${name}`}
            onClick={onCopy}
          >
            {t('working-calendar.copy-day')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
