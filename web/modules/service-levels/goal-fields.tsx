// The fields of one goal: how much time from when, by which calendar, what pauses it, and what happens when it runs out.
import { Stack } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SeveralWordsField } from '#web/ui/form/several-words-field.tsx';
import { AmountField } from './amount-field.tsx';
import { caseWords, actions, neverWait, startsOf } from './case-words.ts';
import { FaultLine } from './fault-line.tsx';
import { isByClock } from './goal-words.ts';
import type { Goal } from './policy-wire.ts';
import { useCalendars } from './use-calendars.ts';
import { usePlace } from './use-place.ts';

export function GoalFields({ name, goal }: { name: string; goal: Goal }) {
  const t = useT();
  const text = useLocaleText();
  const calendars = useCalendars().data?.items ?? [];
  const target = usePlace(`${name}.target`, t(`goal.target.${goal.target}`));
  const starts = startsOf[goal.target];
  const acts = actions.map((value) => ({ value, label: t(`goal.action.${value}`) }));
  return (
    <Stack gap="md">
      <div ref={target.ref}>
        <FaultLine>{target.fault}</FaultLine>
      </div>
      <AmountField name={name} label={t('goal.amount')} />
      {starts ? (
        <SelectField
          name={`${name}.from`}
          label={t('goal.from')}
          choices={starts.map((value) => ({ value, label: t(`goal.from.${value}`) }))}
        />
      ) : null}
      {isByClock(goal) ? null : (
        <SelectField
          name={`${name}.calendarId`}
          label={t('goal.calendar')}
          hint={t('goal.calendar-hint')}
          clearable
          choices={calendars.map((one) => ({ value: one.id, label: text(one.name) }))}
        />
      )}
      {neverWait.includes(goal.target) ? null : (
        <SeveralWordsField
          name={`${name}.pausedBy`}
          label={t('goal.pausedBy')}
          hint={t('goal.pausedBy-hint')}
          choices={caseWords.waitReasons.map((value) => ({ value, label: t(`case.wait.${value}`) }))}
        />
      )}
      <NumberField name={`${name}.warnAt`} label={t('goal.warnAt')} hint={t('goal.warnAt-hint')} unit="%" />
      <SeveralWordsField
        name={`${name}.onWarn`}
        label={t('goal.onWarn')}
        choices={acts.filter(({ value }) => value !== 'open-door-upward')}
      />
      <SeveralWordsField name={`${name}.onBreach`} label={t('goal.onBreach')} choices={acts} />
    </Stack>
  );
}
