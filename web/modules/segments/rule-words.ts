// A rule in words, for those who read it: fields, operators and values as the reader calls them.
import type { RuleCondition, RuleOperator } from '#contract/segments.ts';
import { useFormat } from '#web/lib/format.ts';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import type { Field } from './use-tree.ts';

/** By the kind of field; the first is what a new condition begins with. */
export const operatorsOf: Record<Field['type'], readonly RuleOperator[]> = {
  choice: ['is', 'known'],
  'yes-no': ['is', 'known'],
  region: ['is', 'known'],
  number: ['at-least', 'at-most', 'equals', 'known'],
  date: ['in-last', 'from', 'until', 'known'],
  text: ['equals', 'known'],
};

export function useRuleWords(fields: readonly Field[]) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();

  const fieldName = (field: Field | undefined): string =>
    field ? text(field.name) || (findMessage(`segment.field.${field.key}`) ?? field.key) : t('segment.field-gone');

  function choiceName(field: Field, value: string): string {
    const choice = field.choices?.find((one) => one.value === value);
    if (!choice) return t('segment.value-gone');
    const name =
      text(choice.name) ||
      findMessage(`segment.value.${field.key}.${value}`) ||
      findMessage(`segment.value.${value}`) ||
      value;
    const parent = field.type === 'region' ? field.choices?.find((one) => one.value === choice.parent) : undefined;
    return parent ? `${name} (${text(parent.name)})` : name;
  }

  function valueWords(field: Field, { operator, values }: RuleCondition): string {
    if (operator === 'known') return '';
    if (operator === 'is') return values.map((value) => choiceName(field, String(value))).join(t('segment.or'));
    const [first] = values;
    if (first === undefined) return '…';
    if (operator === 'in-last') return t('segment.days', { count: Number(first) });
    if (field.type === 'date') return format.date(String(first));
    return typeof first === 'number' ? format.number(first) : first;
  }

  function conditionWords(condition: RuleCondition): string {
    const field = fields.find(({ key }) => key === condition.field);
    const name = fieldName(field);
    if (!field) return name;
    const said = t(`segment.says.${condition.operator}`, { field: name, value: valueWords(field, condition) });
    return condition.days === null
      ? said
      : t('segment.says.window', { said, days: t('segment.days', { count: condition.days }) });
  }

  return { fieldName, choiceName, conditionWords };
}
