// What a condition compares with: choices, a place, a number, days, a day or a text, by the kind of its field.
import { MultiSelect, Skeleton, TextInput } from '@mantine/core';
import { Suspense, useId, useState } from 'react';
import type { RuleCondition } from '#contract/segments.ts';
import { parseNumber } from '#kernel/digits.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateInput } from '#web/ui/form/date-field.tsx';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import { useRuleWords } from './rule-words.ts';
import classes from './segments.module.css';
import type { Field } from './use-tree.ts';

type Values = RuleCondition['values'];
type Props = { field: Field; condition: RuleCondition; onChange: (values: Values) => void };

/** A list of places may be long: whoever types sees what fits. */
const shownChoices = 60;

export function ValueEntry({ field, condition, onChange }: Props) {
  const t = useT();
  const { choiceName } = useRuleWords([field]);
  const [first] = condition.values;
  const label = t('segment.condition-value');
  if (condition.operator === 'is') {
    const choices = (field.choices ?? []).map(({ value }) => ({ value, label: choiceName(field, value) }));
    return (
      <MultiSelect
        aria-label={label}
        {...(condition.values.length === 0 ? { placeholder: t('segment.choose') } : {})}
        searchable
        limit={shownChoices}
        hidePickedOptions
        nothingFoundMessage={t('ui.nothing-found')}
        data={choices}
        filter={({ options, search, limit }) => {
          const wanted = normaliseText(search);
          return options
            .filter((option) => 'value' in option && normaliseText(option.label).includes(wanted))
            .slice(0, limit);
        }}
        value={condition.values.map(String)}
        onChange={onChange}
      />
    );
  }
  if (condition.operator === 'in-last')
    return (
      <NumberEntry
        label={label}
        unit={t('segment.days-unit')}
        value={first}
        onChange={(value) => onChange(listOf(value))}
      />
    );
  if (field.type === 'date')
    return <DayEntry label={label} value={first} onChange={(value) => onChange(listOf(value))} />;
  if (field.type === 'number')
    return <NumberEntry label={label} value={first} onChange={(value) => onChange(listOf(value))} />;
  const text = typeof first === 'string' ? first : '';
  return (
    <TextInput
      aria-label={label}
      attributes={writtenDirection(text)}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
    />
  );
}

const listOf = <T extends string | number>(value: T | null): T[] => (value === null ? [] : [value]);

type NumberEntryProps = {
  label: string;
  unit?: string;
  placeholder?: string;
  value: string | number | null | undefined;
  onChange: (value: number | null) => void;
};

/** Any digits may be typed; what is no number is marked and counts as nothing. */
export function NumberEntry({ label, unit, placeholder, value, onChange }: NumberEntryProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && parseNumber(typed) === null;
  return (
    <TextInput
      aria-label={label}
      inputMode="decimal"
      {...(placeholder ? { placeholder } : {})}
      rightSection={unit ? <span className={classes['unit']}>{unit}</span> : null}
      rightSectionWidth={unit ? 56 : 0}
      error={wrong}
      value={typed ?? (typeof value === 'number' ? format.number(value) : '')}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseNumber(event.currentTarget.value.trim()) ?? null);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}

function DayEntry({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (value: string | null) => void;
}) {
  const id = useId();
  return (
    <div>
      <span id={id} hidden>
        {label}
      </span>
      <Suspense fallback={<Skeleton height={36} />}>
        <DateInput labelledBy={id} value={typeof value === 'string' ? value : null} onChange={onChange} />
      </Suspense>
    </div>
  );
}
