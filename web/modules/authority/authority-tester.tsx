// Asks the matrix: who may take an action in a unit, up to which amount; and records a decision that was taken outside the product.
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { PersonPicker, useUnits } from '#web/modules/organisation/index.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { MoneyInput, type MoneyValue } from '#web/ui/form/money-field.tsx';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { useActions } from './use-authority.ts';
import { TestResult } from './test-result.tsx';
import classes from './authority.module.css';

export function AuthorityTester() {
  const t = useT();
  const text = useLocaleText();
  const units = useUnits();
  const { actions, query } = useActions();
  const [chosen, setChosen] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [amount, setAmount] = useState<MoneyValue | null>(null);
  const [reference, setReference] = useState('');
  const [requestedBy, setRequestedBy] = useState<string | null>(null);
  const [incomplete, setIncomplete] = useState(false);
  const test = useMutation({
    mutationFn: (question: Parameters<typeof api.authority.test>[0]) => api.authority.test(question),
  });
  const action = actions.find(({ id }) => id === chosen) ?? actions[0];
  if (query.data && !action)
    return <EmptyState title={t('authority.no-actions')} hint={t('authority.no-actions-hint')} />;
  const needsAmount = action?.hasAmount ?? false;
  const missing = !action || unitId === null || (needsAmount && (amount === null || Number.isNaN(amount.minor)));

  /** What was answered is no answer to another question. */
  function change(set: () => void): void {
    set();
    test.reset();
    setIncomplete(false);
  }

  return (
    <Stack className={classes['tester'] ?? ''}>
      <Select
        label={t('authority.action')}
        data={actions.map(({ id, name }) => ({ value: id, label: text(name) }))}
        allowDeselect={false}
        value={action?.id ?? null}
        onChange={(id) => change(() => setChosen(id))}
      />
      <TreeSelect
        label={t('authority.unit')}
        entries={units}
        value={unitId}
        withAsterisk
        onChange={(id) => change(() => setUnitId(id))}
      />
      {needsAmount ? (
        <MoneyInput
          label={t('authority.amount')}
          required
          value={amount}
          onChange={(value) => change(() => setAmount(value))}
        />
      ) : null}
      <PersonPicker
        label={t('authority.requested-by')}
        hint={t('authority.requested-by-hint')}
        value={requestedBy}
        onChange={(id) => change(() => setRequestedBy(id))}
      />
      <TextInput
        label={t('authority.reference')}
        description={t('authority.reference-hint')}
        maxLength={300}
        value={reference}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change(() => setReference(value));
        }}
      />
      <div>
        <Button
          loading={test.isPending}
          onClick={() => {
            setIncomplete(missing);
            if (!missing && action)
              test.mutate({
                action: action.key,
                unitId,
                amount: needsAmount ? amount : null,
                requestedBy,
                reference: reference.trim() || null,
              });
          }}
        >
          {t('authority.ask')}
        </Button>
      </div>
      {incomplete ? <p role="alert">{t('authority.incomplete')}</p> : null}
      <ErrorNote error={test.error} />
      {test.data && test.variables && action ? (
        <TestResult
          key={JSON.stringify(test.variables)}
          result={test.data}
          question={test.variables}
          hasAmount={needsAmount}
          onRecorded={() => test.reset()}
        />
      ) : null}
    </Stack>
  );
}
