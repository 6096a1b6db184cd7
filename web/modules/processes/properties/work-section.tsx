// People's work: whose it is, how it is done, until when, and which authority it takes.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysYes, wordsOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { setExtension, setWords } from './edit-element.ts';
import { PositionField } from './position-field.tsx';
import { ListedField } from './listed-field.tsx';
import classes from './properties.module.css';
import { TimerFields, type TimerValue } from './timer-fields.tsx';
import { UnitSection } from './unit-section.tsx';
import { useEditor } from './use-editor.ts';
import { FeelInput, WordsInput } from './words-input.tsx';

export function WorkSection() {
  const t = useT();
  const { element, tools, words } = useEditor();
  const line = (property: string, ltr = false) => ({
    value: words(property),
    onCommit: (value: string) => setWords(tools, element, `rida:${property}`, value),
    ltr,
  });
  return (
    <div className={classes['section']}>
      <UnitSection />
      <PositionField />
      <StepSheetField />
      <WordsInput label={t('diagram.form')} hint={t('diagram.form-hint')} {...line('form', true)} />
      <WordsInput label={t('diagram.measure')} hint={t('diagram.measure-hint')} {...line('measure')} />
      <FeelInput label={t('diagram.priority')} hint={t('diagram.priority-hint')} {...line('priority', true)} />
    </div>
  );
}

/** By its id, which stays the same through all versions of the sheet. */
function StepSheetField() {
  const t = useT();
  const text = useLocaleText();
  const { element, tools, words } = useEditor();
  const [typed, setTyped] = useState('');
  const found = useQuery({
    ...orpc.knowledge.listDocuments.queryOptions({
      input: { kind: 'step-sheet', q: typed.trim() || undefined, limit: 20 },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListedField
      label={t('diagram.step-sheet')}
      hint={t('diagram.step-sheet-hint')}
      none={t('diagram.step-sheet-none')}
      value={words('stepSheet')}
      called={t('diagram.step-sheet-chosen')}
      choices={(found.data?.items ?? []).map(({ id, title }) => ({
        value: id,
        label: text(title) || t('diagram.unnamed'),
      }))}
      onChange={(id) => setWords(tools, element, 'rida:stepSheet', id)}
      onSearch={setTyped}
    />
  );
}

export function DueSection() {
  const t = useT();
  const { element, tools, extension } = useEditor();
  const due = extension('rida:Due');
  const words = (due && wordsOf(due, 'value')) ?? '';
  const value: TimerValue | null = due
    ? {
        kind: words.startsWith('=')
          ? wordsOf(due, 'kind') === 'date'
            ? 'date'
            : 'duration'
          : words.startsWith('P')
            ? 'duration'
            : 'date',
        words,
        workingTime: saysYes(due, 'workingTime'),
      }
    : null;
  return (
    <TimerFields
      label={t('diagram.due')}
      hint={t('diagram.due-hint')}
      kinds={['duration', 'date']}
      optional
      value={value}
      onChange={(next) =>
        setExtension(
          tools,
          element,
          'rida:Due',
          next && {
            value: next.words,
            kind: next.words.startsWith('=') ? next.kind : undefined,
            workingTime: next.workingTime || undefined,
          },
        )
      }
    />
  );
}

export function AuthoritySection() {
  const t = useT();
  const { element, tools, extension } = useEditor();
  const authority = extension('rida:Authority');
  const part = (property: string) => (authority && wordsOf(authority, property)) ?? '';
  const set = (change: { action?: string; amount?: string }) => {
    const next = { action: part('action'), amount: part('amount'), ...change };
    const empty = next.action.trim() === '' && next.amount.trim() === '';
    setExtension(
      tools,
      element,
      'rida:Authority',
      empty ? null : { action: next.action.trim(), amount: next.amount.trim() || undefined },
    );
  };
  return (
    <div className={classes['section']}>
      <ActionField value={part('action')} onChange={(action) => set({ action })} />
      <FeelInput
        label={t('diagram.authority-amount')}
        hint={t('diagram.authority-amount-hint')}
        value={part('amount')}
        onCommit={(amount) => set({ amount })}
      />
    </div>
  );
}

/** Chosen and not typed: a mistyped key would be judged by nobody. One that is not in use stays as it is written. */
function ActionField({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const t = useT();
  const text = useLocaleText();
  const actions = useQuery(orpc.authority.listActions.queryOptions({ input: {} })).data?.items ?? [];
  return (
    <ListedField
      label={t('diagram.authority-action')}
      hint={t('diagram.authority-action-hint')}
      none={t('diagram.authority-action-none')}
      value={value}
      choices={actions.map(({ key, name }) => ({ value: key, label: text(name) || key }))}
      onChange={onChange}
    />
  );
}
