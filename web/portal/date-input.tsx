/** @jsxImportSource preact */
// A day in the organisation's calendar in three parts: typed in any digits, kept as an ISO day.
import { fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { monthNames } from '#kernel/calendar/names.ts';
import { FieldGroup } from './field-group.tsx';
import { fieldId } from './field.tsx';
import { plainDigits } from './formats.ts';
import { usePortal } from './portal-context.ts';

interface DateInputProps {
  name: string;
  label: string;
  hint?: string;
  fault: string | null;
  optional: boolean;
  /** An ISO day, or what is not one yet: `year/month/day` as far as it was entered. */
  value: string;
  onChange: (value: string) => void;
}

type Parts = { year: string; month: string; day: string };

export function DateInput({ name, label, hint, fault, optional, value, onChange }: DateInputProps) {
  const { t, info, language, formats } = usePortal();
  const parts = partsOf(value);
  const id = fieldId(name);
  const change = (part: Partial<Parts>) => onChange(valueOf({ ...parts, ...part }));

  function partsOf(kept: string): Parts {
    if (/^\d{4}-\d\d-\d\d$/.test(kept)) {
      const { year, month, day } = fromIsoDate(kept, info.calendar);
      return { year: String(year), month: String(month), day: String(day) };
    }
    const [year = '', month = '', day = ''] = kept.split('/');
    return { year, month, day };
  }

  function valueOf({ year, month, day }: Parts): string {
    const [y, m, d] = [year, month, day].map((part) => Number(plainDigits(part)));
    if (!year && !month && !day) return '';
    try {
      // Years have four digits: what is still being typed is no year yet.
      if (y && m && d && y >= 1000) return toIsoDate({ calendar: info.calendar, year: y, month: m, day: d });
    } catch {
      // There is no such day: it stays as it was entered, and the check says so.
    }
    return `${year}/${month}/${day}`;
  }

  const whole = /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  return (
    <FieldGroup id={id} label={label} hint={hint} fault={fault} optional={optional}>
      <div class="date-parts">
        <label>
          <span class="hint">{t('date.day')}</span>
          <input
            id={id}
            class="input"
            list={undefined}
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={parts.day}
            onInput={(event) => change({ day: event.currentTarget.value })}
          />
        </label>
        <label>
          <span class="hint">{t('date.month')}</span>
          <select class="input" value={parts.month} onChange={(event) => change({ month: event.currentTarget.value })}>
            <option value="">{t('form.choose')}</option>
            {monthNames[language][info.calendar].map((month, at) => (
              <option key={month} value={String(at + 1)}>
                {month}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="hint">{t('date.year')}</span>
          <input
            class="input"
            list={undefined}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={parts.year}
            onInput={(event) => change({ year: event.currentTarget.value })}
          />
        </label>
      </div>
      {whole && !fault && <p class="hint">{formats.day(`${whole}T12:00:00Z`)}</p>}
    </FieldGroup>
  );
}
