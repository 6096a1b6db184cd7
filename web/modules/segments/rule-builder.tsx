// The rule of a segment as groups in words and conditions in rows; all of it works by keyboard and from the right.
import { Button, CloseButton, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { deepestGroup, type Rule, type RuleCondition, type RuleGroup } from '#contract/segments.ts';
import { useT } from '#web/lib/i18n.ts';
import { useField } from '#web/ui/form/use-field.ts';
import { ConditionRow } from './condition-row.tsx';
import { operatorsOf } from './rule-words.ts';
import classes from './segments.module.css';
import { type Field, useFields } from './use-tree.ts';

/** Bound to the form by `name`; faults of conditions come under `rule.rules.0` and so on. */
export function RuleBuilder({ name, label }: { name: string; label: string }) {
  const field = useField<RuleGroup>({ name, label });
  const fields = useFields();
  return (
    <fieldset className={classes['builder']}>
      <legend>{label}</legend>
      <GroupRows group={field.value} path={name} depth={1} fields={fields} onChange={field.change} />
    </fieldset>
  );
}

type GroupRowsProps = {
  group: RuleGroup;
  path: string;
  depth: number;
  fields: readonly Field[];
  onChange: (group: RuleGroup) => void;
  onRemove?: () => void;
};

const groupTypes = ['all', 'any', 'none'] as const;

function GroupRows({ group, path, depth, fields, onChange, onRemove }: GroupRowsProps) {
  const t = useT();
  // Rows are told apart by place; after one is taken out the others are drawn anew, so that no half-typed number stays behind.
  const generation = useRef(0);
  const [first] = fields;
  const set = (index: number, rule: Rule) =>
    onChange({ ...group, rules: group.rules.map((one, at) => (at === index ? rule : one)) });
  const add = (rule: Rule) => onChange({ ...group, rules: [...group.rules, rule] });
  const remove = (index: number) => {
    generation.current += 1;
    onChange({ ...group, rules: group.rules.filter((_, at) => at !== index) });
  };
  return (
    <div role="group" aria-label={t(`segment.group.${group.type}`)} className={classes['group']}>
      <div className={classes['group-head']}>
        <Select
          aria-label={t('segment.group-kind')}
          size="sm"
          allowDeselect={false}
          data={groupTypes.map((value) => ({ value, label: t(`segment.group.${value}`) }))}
          value={group.type}
          onChange={(type) => type && onChange({ ...group, type: type as RuleGroup['type'] })}
        />
        {onRemove ? <CloseButton size="lg" aria-label={t('segment.remove-group')} onClick={onRemove} /> : null}
      </div>
      {group.rules.length === 0 ? <p className={classes['hint']}>{t(`segment.empty.${group.type}`)}</p> : null}
      <ul className={classes['conditions']}>
        {group.rules.map((rule, index) => {
          const place = `${path}.rules.${index}`;
          return (
            <li key={`${generation.current}.${place}`}>
              {rule.type === 'condition' ? (
                <ConditionRow
                  condition={rule}
                  path={place}
                  fields={fields}
                  onChange={(next) => set(index, next)}
                  onRemove={() => remove(index)}
                />
              ) : (
                <GroupRows
                  group={rule}
                  path={place}
                  depth={depth + 1}
                  fields={fields}
                  onChange={(next) => set(index, next)}
                  onRemove={() => remove(index)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={!first}
          onClick={() => first && add(freshCondition(first))}
        >
          {t('segment.add-condition')}
        </Button>
        {depth < deepestGroup ? (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add({ type: group.type === 'all' ? 'any' : 'all', rules: [] })}
          >
            {t('segment.add-group')}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}

function freshCondition(field: Field): RuleCondition {
  return { type: 'condition', field: field.key, operator: operatorsOf[field.type][0]!, values: [], days: null };
}
