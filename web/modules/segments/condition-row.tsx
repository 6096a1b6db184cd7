// One condition: what is asked about, how it is compared, and with what.
import { CloseButton, Select } from '@mantine/core';
import { useController } from 'react-hook-form';
import type { RuleCondition, RuleOperator } from '#contract/segments.ts';
import { useT } from '#web/lib/i18n.ts';
import { useFieldLabel } from '#web/ui/form/field-labels.ts';
import { fieldMessage } from '#web/ui/form/use-zod-form.ts';
import { NumberEntry, ValueEntry } from './value-entry.tsx';
import { operatorsOf, useRuleWords } from './rule-words.ts';
import classes from './segments.module.css';
import type { Field } from './use-tree.ts';

export type ConditionRowProps = {
  condition: RuleCondition;
  /** Where it stands in the form, such as `rule.rules.0`. */
  path: string;
  fields: readonly Field[];
  onChange: (condition: RuleCondition) => void;
  onRemove: () => void;
};

export function ConditionRow({ condition, path, fields, onChange, onRemove }: ConditionRowProps) {
  const t = useT();
  const { fieldName } = useRuleWords(fields);
  // Only for the fault and the focus that the summary of the form leads to; the rule changes as a whole.
  const { field: place, fieldState } = useController({ name: path });
  const field = fields.find(({ key }) => key === condition.field);
  const name = fieldName(field);
  useFieldLabel(path, name);
  const error = fieldMessage(fieldState.error?.message);
  return (
    <div role="group" aria-label={name} className={classes['condition']}>
      <Select
        ref={place.ref}
        aria-label={t('segment.condition-field')}
        searchable
        allowDeselect={false}
        data={fields.map((one) => ({ value: one.key, label: fieldName(one) }))}
        value={condition.field}
        onChange={(key) => {
          const next = fields.find((one) => one.key === key);
          if (next && next.key !== condition.field)
            onChange({ ...condition, field: next.key, operator: operatorsOf[next.type][0]!, values: [], days: null });
        }}
        error={Boolean(error)}
      />
      {field ? (
        <Select
          aria-label={t('segment.condition-operator')}
          allowDeselect={false}
          data={operatorsOf[field.type].map((value) => ({ value, label: t(`segment.operator.${value}`) }))}
          value={condition.operator}
          onChange={(operator) =>
            operator &&
            onChange({ ...condition, operator: operator as RuleOperator, values: kept(condition, operator) })
          }
        />
      ) : null}
      {field && condition.operator !== 'known' ? (
        <ValueEntry field={field} condition={condition} onChange={(values) => onChange({ ...condition, values })} />
      ) : null}
      {field?.window ? (
        <NumberEntry
          label={t('segment.condition-window')}
          placeholder={t('segment.window-always')}
          unit={t('segment.days-unit')}
          value={condition.days}
          onChange={(days) => onChange({ ...condition, days })}
        />
      ) : null}
      <CloseButton size="lg" aria-label={t('segment.remove-condition', { field: name })} onClick={onRemove} />
      {error ? (
        <p className={classes['fault']} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

const dates = ['from', 'until'];
const numbers = ['at-least', 'at-most', 'equals'];

/** A value stays where the other operator reads the same. */
function kept({ operator, values }: RuleCondition, next: string): RuleCondition['values'] {
  const same = [dates, numbers].some((set) => set.includes(operator) && set.includes(next));
  return same ? values : [];
}
