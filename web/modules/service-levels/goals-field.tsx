// The goals of a policy: a list whose entries open to be changed, and what can still be promised.
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { PolicyInput } from '#contract/service-policies.ts';
import { useT } from '#web/lib/i18n.ts';
import { targets } from './case-words.ts';
import { EntryRow } from './entry-row.tsx';
import { FaultLine } from './fault-line.tsx';
import { GoalFields } from './goal-fields.tsx';
import { freshGoal } from './policy-entry.ts';
import type { Goal } from './policy-wire.ts';
import { usePolicyWords } from './policy-words.ts';
import { usePlace } from './use-place.ts';
import classes from './calendar-form.module.css';

export function GoalsField() {
  const t = useT();
  const rows = useFieldArray<PolicyInput, 'goals', 'key'>({ name: 'goals', keyName: 'key' });
  const place = usePlace('goals', t('service-policy.goals'));
  const goals = useWatch<PolicyInput, 'goals'>({ name: 'goals' }) as readonly Goal[];
  const [added, setAdded] = useState<Goal['target'] | null>(null);
  const left = targets.filter((target) => goals.every((goal) => goal.target !== target));
  return (
    <div ref={place.ref}>
      <FaultLine>{place.fault}</FaultLine>
      <ul className={classes['entries']}>
        {rows.fields.map(({ key, target }, index) => (
          <GoalRow
            key={key}
            index={index}
            goal={goals[index] ?? freshGoal(target)}
            startsOpen={target === added}
            onRemove={() => rows.remove(index)}
          />
        ))}
      </ul>
      {left.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('service-policy.add-goal')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {left.map((target) => (
              <Menu.Item
                key={target}
                onClick={() => {
                  setAdded(target);
                  rows.append(freshGoal(target));
                }}
              >
                {t(`goal.target.${target}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}

type GoalRowProps = { index: number; goal: Goal; startsOpen: boolean; onRemove: () => void };

function GoalRow({ index, goal, startsOpen, onRemove }: GoalRowProps) {
  const t = useT();
  const { termWords } = usePolicyWords();
  const target = t(`goal.target.${goal.target}`);
  return (
    <EntryRow
      path={`goals.${index}`}
      title={target}
      below={Number.isInteger(goal.amount) ? termWords(goal) : t('goal.no-amount')}
      removeLabel={t('service-policy.remove-goal', { target })}
      startsOpen={startsOpen}
      onRemove={onRemove}
    >
      <GoalFields name={`goals.${index}`} goal={goal} />
    </EntryRow>
  );
}
