// The date picker itself: React Aria's, since it types and shows Hijri and Solar Hijri natively.
import {
  type CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date';
import { IconCalendar, IconChevronRight } from '@tabler/icons-react';
import { use, useEffect, useRef } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarStateContext,
  DateInput as Segments,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  I18nProvider,
  Popover,
} from 'react-aria-components';
import { monthNames } from '#kernel/calendar/names.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import { toDigits } from '#kernel/digits.ts';
import { useFormat } from '#web/lib/format.ts';
import classes from './date-input.module.css';
import { acceptAllDigits, localeOf } from './date-locale.ts';

export type DateInputProps = {
  labelledBy: string;
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  invalid?: boolean;
  disabled?: boolean;
  min?: string | undefined;
  max?: string | undefined;
};

const calendars = { gregory: GregorianCalendar, 'islamic-umalqura': IslamicUmalquraCalendar, persian: PersianCalendar };
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export function DateInput({ labelledBy, value, onChange, onBlur, invalid, disabled, min, max }: DateInputProps) {
  const { settings } = useFormat();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => acceptAllDigits(host.current), []);
  const day = (iso: string): CalendarDate => toCalendar(parseDate(iso), new calendars[settings.calendar]());
  return (
    <I18nProvider locale={localeOf(settings)}>
      <DatePicker
        ref={host}
        aria-labelledby={labelledBy}
        value={value ? day(value) : null}
        onChange={(next) => onChange(next ? toCalendar(next, new GregorianCalendar()).toString() : null)}
        onBlur={() => onBlur?.()}
        isInvalid={invalid ?? false}
        isDisabled={disabled ?? false}
        minValue={min ? day(min) : undefined}
        maxValue={max ? day(max) : undefined}
        shouldForceLeadingZeros
        firstDayOfWeek={weekdays[settings.weekStart]}
      >
        <Group className={classes['field'] ?? ''}>
          <Segments className={classes['segments'] ?? ''}>
            {(segment) => <DateSegment segment={segment} className={classes['segment'] ?? ''} />}
          </Segments>
          <Button className={classes['button'] ?? ''}>
            <IconCalendar size={18} aria-hidden />
          </Button>
        </Group>
        <Popover className={classes['popover'] ?? ''}>
          <Dialog className={classes['dialog'] ?? ''}>
            <Calendar firstDayOfWeek={weekdays[settings.weekStart]}>
              <header className={classes['head']}>
                <Button slot="previous" className={classes['button'] ?? ''}>
                  <IconChevronRight size={18} className={classes['previous']} aria-hidden />
                </Button>
                <Heading settings={settings} />
                <Button slot="next" className={classes['button'] ?? ''}>
                  <IconChevronRight size={18} data-flips aria-hidden />
                </Button>
              </header>
              <CalendarGrid className={classes['grid'] ?? ''} weekdayStyle="narrow">
                {(date) => <CalendarCell date={date} className={classes['cell'] ?? ''} />}
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}

/** Written by us: Intl puts the Solar Hijri year before the month. */
function Heading({ settings }: { settings: DateSettings }) {
  const shown = use(CalendarStateContext)?.visibleRange.start;
  if (!shown) return null;
  const month = monthNames[settings.language][settings.calendar][shown.month - 1];
  return (
    <strong className={classes['heading']} aria-hidden>
      {month} {toDigits(String(shown.year), settings.digits)}
    </strong>
  );
}
