// One span of a day: from when until when.
import { CloseButton } from '@mantine/core';
import type { Span } from '#contract/service-levels.ts';
import { useT } from '#web/lib/i18n.ts';
import { TimeInput } from '#web/ui/form/late-time-input.tsx';
import { FaultLine } from './fault-line.tsx';
import { usePlace } from './use-place.ts';
import classes from './calendar-form.module.css';

export type SpanRowProps = {
  /** Where it stands in the form, such as `week.4.1`. */
  path: string;
  /** Name of its day. */
  day: string;
  span: Span;
  onChange: (span: Span) => void;
  onRemove: () => void;
};

export function SpanRow({ path, day, span, onChange, onRemove }: SpanRowProps) {
  const t = useT();
  const whole = usePlace(path, day);
  const from = usePlace(`${path}.from`, day);
  const until = usePlace(`${path}.until`, day);
  const fault = whole.fault ?? from.fault ?? until.fault;
  return (
    <div
      ref={(element) => [whole, from, until].forEach(({ ref }) => ref(element))}
      role="group"
      aria-label={t('working-calendar.span-of', { day })}
      className={classes['span']}
    >
      <TimeInput
        label={t('working-calendar.from')}
        value={span.from}
        invalid={Boolean(fault)}
        onChange={(minute) => minute !== null && onChange({ ...span, from: minute })}
      />
      <span aria-hidden>–</span>
      <TimeInput
        label={t('working-calendar.until')}
        value={span.until}
        invalid={Boolean(fault)}
        endsDay
        onChange={(minute) => minute !== null && onChange({ ...span, until: minute })}
      />
      <CloseButton size="lg" aria-label={t('working-calendar.remove-span', { day })} onClick={onRemove} />
      <FaultLine>{fault}</FaultLine>
    </div>
  );
}
