// Whether a rule asks only for what there is, with operators and values that fit: the wall between a browser and our SQL.
import type { Rule, RuleCondition, RuleOperator } from '#contract/segments.ts';
import type { FieldFault } from '#platform/errors.ts';
import { commonErrors } from '#platform/errors.ts';
import type { KnownField, RuleWorld } from './rule-fields.ts';

const operators: Record<KnownField['type'], readonly RuleOperator[]> = {
  choice: ['is', 'known'],
  'yes-no': ['is', 'known'],
  region: ['is', 'known'],
  number: ['at-least', 'at-most', 'equals', 'known'],
  date: ['from', 'until', 'in-last', 'known'],
  text: ['equals', 'known'],
};
const longestWindow = 36_600;

/** Throws `request.invalid` with a fault for each condition; the field is its path, such as `rule.rules.0.rules.2`. */
export function checkRule(world: RuleWorld, rule: Rule): void {
  const faults = faultsOf(world, rule, 'rule');
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
}

function faultsOf(world: RuleWorld, rule: Rule, path: string): FieldFault[] {
  if (rule.type !== 'condition')
    return rule.rules.flatMap((one, index) => faultsOf(world, one, `${path}.rules.${index}`));
  const code = faultOf(world.fields.get(rule.field), rule);
  return code ? [{ field: path, code }] : [];
}

function faultOf(field: KnownField | undefined, { operator, values, days }: RuleCondition): string | null {
  if (!field) return 'rule-field-unknown';
  if (!operators[field.type].includes(operator)) return 'rule-operator';
  if (days !== null && !field.window) return 'rule-window';
  if (operator === 'known') return values.length === 0 ? null : 'rule-value';
  if (operator === 'is') {
    if (values.length === 0) return 'rule-value-missing';
    const offered = new Set(field.choices?.map(({ value }) => value));
    return values.every((value) => typeof value === 'string' && offered.has(value)) ? null : 'rule-value';
  }
  const [value] = values;
  if (value === undefined || value === '') return 'rule-value-missing';
  if (values.length > 1) return 'rule-value';
  if (operator === 'from' || operator === 'until') return isDay(value) ? null : 'rule-value';
  if (operator === 'in-last') return isWhole(value, 0, longestWindow) ? null : 'rule-value';
  if (field.type === 'text') return typeof value === 'string' ? null : 'rule-value';
  if (field.source.kind === 'age') return isWhole(value, 0, 150) ? null : 'rule-value';
  return typeof value === 'number' && Number.isFinite(value) ? null : 'rule-value';
}

const isWhole = (value: string | number, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** A day that exists: PostgreSQL would refuse the thirtieth of February. */
function isDay(value: string | number): boolean {
  if (typeof value !== 'string' || !/^(?:19|2\d)\d\d-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
