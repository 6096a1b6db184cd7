// One column of the file: its header and samples, and the field it fills; dates show how the first one is understood.
import { Select, Stack, Text } from '@mantine/core';
import type { DateReading } from '#contract/imports.ts';
import { guessDates, readDate } from '#kernel/calendar/date-reading.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import type { Mapped } from './columns-step.tsx';
import classes from './imports.module.css';
import type { ImportColumnView, ImportKindView } from './use-imports.ts';

const readings: readonly DateReading[] = [
  'gregory',
  'gregory-month-first',
  'islamic-umalqura',
  'persian',
  'excel-serial',
];
const nothing = 'nothing';
/** What is guessed stands under the choice that it explains. */
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export type ColumnRowProps = {
  column: ImportColumnView;
  fields: ImportKindView['fields'];
  mapped: Mapped;
  /** Fields that have a column. */
  taken: ReadonlySet<string | null>;
  onChange: (next: Mapped) => void;
};

export function ColumnRow({ column, fields, mapped, taken, onChange }: ColumnRowProps) {
  const t = useT();
  const format = useFormat();
  const nameOf = useLocaleText();
  const header = column.header || t('import.column', { number: format.number(column.index + 1) });
  const type = fields.find((field) => field.key === mapped.field)?.type;
  const choose = (value: string | null): void => {
    const field = fields.find((one) => one.key === value);
    const dates = field?.type === 'date' ? guessDates(column.samples, format.settings) : null;
    onChange({ ...mapped, field: field?.key ?? null, dates });
  };
  return (
    <li className={classes['column']}>
      <div>
        <Text fw={600}>
          <bdi>{header}</bdi>
        </Text>
        <div className={classes['samples']}>
          {column.samples.length === 0 ? t('import.no-samples') : null}
          {column.samples.map((sample, index) => (
            <span key={sample}>
              {index > 0 ? ' · ' : ''}
              <bdi>{sample}</bdi>
            </span>
          ))}
        </div>
      </div>
      <Stack gap={8}>
        <Select
          aria-label={t('import.field-of', { column: header })}
          searchable
          inputWrapperOrder={below}
          allowDeselect={false}
          data={[
            { value: nothing, label: t('import.leave-out') },
            ...fields
              .filter((field) => field.key === mapped.field || !taken.has(field.key))
              .map((field) => ({ value: field.key, label: nameOf(field.names) })),
          ]}
          value={mapped.field ?? nothing}
          onChange={choose}
          description={
            column.guessed && mapped.field === column.field && mapped.field ? t('import.guessed') : undefined
          }
        />
        {type === 'date' ? (
          <Select
            aria-label={t('import.dates-of', { column: header })}
            inputWrapperOrder={below}
            allowDeselect={false}
            data={readings.map((value) => ({ value, label: t(`import.dates.${value}`) }))}
            value={mapped.dates ?? 'gregory'}
            onChange={(value) => onChange({ ...mapped, dates: value as DateReading })}
            description={<Understood samples={column.samples} reading={mapped.dates ?? 'gregory'} />}
          />
        ) : null}
      </Stack>
    </li>
  );
}

/** The guess made visible: whoever reads "5 November" sees at once whether the column was understood. */
function Understood({ samples, reading }: { samples: readonly string[]; reading: DateReading }) {
  const t = useT();
  const format = useFormat();
  const [first] = samples;
  if (first === undefined) return null;
  const read = readDate(first, reading);
  return 'value' in read ? (
    <span>{t('import.understood', { text: first, date: format.bothCalendars(read.value) })}</span>
  ) : (
    <span>{t('import.not-understood', { text: first })}</span>
  );
}
