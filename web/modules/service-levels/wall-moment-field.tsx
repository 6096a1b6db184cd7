// A field for a moment by the clock on the wall: a day in the reader's calendar, and the time beside it.
import { Input, Skeleton } from '@mantine/core';
import { Suspense, useId, useState } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateInput } from '#web/ui/form/date-field.tsx';
import { TimeInput } from '#web/ui/form/late-time-input.tsx';
import { useField } from '#web/ui/form/use-field.ts';
import { usePlace } from './use-place.ts';
import { joinMoment, type MomentParts, splitMoment } from './wall-moment.ts';
import classes from './calendar-form.module.css';

export function WallMomentField({ name, label }: { name: string; label: string }) {
  const t = useT();
  const field = useField<string | null>({ name, label });
  const place = usePlace(name, label);
  const format = useFormat();
  const id = useId();
  // As entered: one part stays while the other is missing.
  const [parts, setParts] = useState<MomentParts>(() => splitMoment(field.value));
  const change = (part: Partial<MomentParts>) => {
    const next = { ...parts, ...part };
    setParts(next);
    field.change(joinMoment(next));
  };
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} withAsterisk error={place.fault}>
      <div ref={place.ref} role="group" aria-labelledby={id} className={classes['moment']}>
        <Suspense fallback={<Skeleton height={36} />}>
          <DateInput
            labelledBy={id}
            value={parts.date}
            invalid={Boolean(place.fault)}
            onChange={(date) => change({ date })}
            onBlur={field.blur}
          />
        </Suspense>
        <TimeInput
          label={`${label}: ${t('working-calendar.time')}`}
          value={parts.minute}
          invalid={Boolean(place.fault)}
          onChange={(minute) => change({ minute })}
          onBlur={field.blur}
        />
      </div>
      {parts.date && !place.fault ? <Input.Description mt={4}>{format.otherDate(parts.date)}</Input.Description> : null}
    </Input.Wrapper>
  );
}
