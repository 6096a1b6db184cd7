// When a field is there: always, or when an earlier one has one of certain values.
import { Checkbox, Group, Select } from '@mantine/core';
import { useController, useWatch } from 'react-hook-form';
import { decidingValues, type FieldCondition, type FormField } from '#kernel/forms/form-definition.ts';
import { yesNoWords } from '#kernel/forms/yes-no-words.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { decidersBefore, type Place } from './arrange.ts';
import { type Design, sectionsOf } from './design.ts';
import { FaultAt } from './fault-at.tsx';
import { wordsIn } from './words-in.ts';

export function ConditionField({ path, place }: { path: string; place: Place }) {
  const t = useT();
  const language = useLanguage();
  const { field } = useController({ name: `definition.${path}.shownWhen` });
  const definition = useWatch<Design, 'definition'>({ name: 'definition' });
  const condition = field.value as FieldCondition | null;
  const before = decidersBefore(sectionsOf(definition), place);
  const decider = before.find(({ key }) => key === condition?.field);
  if (before.length === 0 && !condition) return null;
  const nameOf = (one: FormField, value: string): string =>
    one.type === 'yes-no'
      ? yesNoWords[language][value as 'yes' | 'no']
      : wordsIn(one.choices.find(({ key }) => key === value)?.label ?? {}, language) || value;
  // One that moved behind, or is gone, is still named: the fault below says what is wrong.
  const lost = condition && !decider ? [{ value: condition.field, label: condition.field }] : [];
  return (
    <div>
      <Select
        label={t('form.shown-when')}
        description={t('form.shown-when-hint')}
        placeholder={t('form.shown-always')}
        clearable
        data={[
          ...before.map((one) => ({ value: one.key, label: wordsIn(one.label, language) || t('form.field-unnamed') })),
          ...lost,
        ]}
        value={condition?.field ?? null}
        onChange={(key) => field.onChange(key === null ? null : { field: key, values: [] })}
      />
      <FaultAt path={`${path}.shownWhen.field`} />
      {condition && decider ? (
        <Checkbox.Group
          mt="xs"
          label={t('form.shown-values')}
          value={[...condition.values]}
          onChange={(values) => field.onChange({ ...condition, values })}
        >
          <Group gap="md" mt="xs">
            {decidingValues(decider).map((value) => (
              <Checkbox key={value} value={value} label={nameOf(decider, value)} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      <FaultAt path={`${path}.shownWhen.values`} />
    </div>
  );
}
