// Gives authority to somebody else until a day: by which position, which actions, up to which amount, for what reason.
import { useController, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { DelegationInput } from '#contract/authority.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { PersonPicker, useUnits } from '#web/modules/organisation/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { MoneyField } from '#web/ui/form/money-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useField } from '#web/ui/form/use-field.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshAuthority, useActions, useAuthorityNames, useRuleWords } from './use-authority.ts';
import type { WireRule } from './wire.ts';

type Own = readonly { positionId: string; rules: readonly WireRule[] }[];

export function DelegateDialog({ own, onClose }: { own: Own; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const units = useUnits();
  const { actions } = useActions();
  const { actionName, positionName } = useAuthorityNames();
  const words = useRuleWords();
  const positions = own.filter(({ rules }) => rules.length > 0);
  const today = format.dayOf(new Date().toISOString());
  const form = useZodForm(DelegationInput, {
    positionId: positions[0]?.positionId ?? '',
    delegateId: '',
    actionIds: [],
    limit: null,
    unitId: null,
    from: today,
    until: '',
    reason: '',
  });
  const { control } = form;
  const [positionId, chosen] = [useWatch({ control, name: 'positionId' }), useWatch({ control, name: 'actionIds' })];
  const rules = positions.find((one) => one.positionId === positionId)?.rules ?? [];
  const hasAmount = (id: string): boolean => actions.find((action) => action.id === id)?.hasAmount ?? false;
  const limits = (chosen ?? []).some(hasAmount);
  return (
    <Dialog opened onClose={onClose} title={t('authority.delegate')}>
      <Form
        form={form}
        onSubmit={async ({ limit, ...values }) => {
          await api.authority.delegate({ ...values, limit: limits ? limit : null });
          await refreshAuthority();
          onClose();
        }}
      >
        {positions.length > 1 ? (
          <SelectField
            name="positionId"
            label={t('authority.own-position')}
            choices={positions.map((one) => ({ value: one.positionId, label: positionName(one.positionId) }))}
            required
          />
        ) : null}
        <DelegateField />
        <CheckboxesField
          name="actionIds"
          label={t('authority.actions')}
          choices={[...Map.groupBy(rules, (rule) => rule.actionId)].map(([id, of]) => ({
            value: id,
            label: actionName(id),
            hint: of.map((rule) => `${words.limit(rule, hasAmount(id))} · ${words.scope(rule)}`).join(' — '),
          }))}
          required
        />
        {limits ? <MoneyField name="limit" label={t('authority.limit')} hint={t('authority.own-limit-hint')} /> : null}
        <TreeField
          name="unitId"
          label={t('authority.only-unit')}
          hint={t('authority.only-unit-hint')}
          entries={units}
          clearable
        />
        <DateField name="from" label={t('authority.first-day')} min={today} required />
        <DateField name="until" label={t('authority.last-day')} min={today} required />
        <ProseField name="reason" label={t('authority.delegation-reason')} rows={2} required />
        <SubmitButton>{t('authority.delegate')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function DelegateField() {
  const t = useT();
  const label = t('authority.delegate-to');
  const { error } = useField({ name: 'delegateId', label });
  const { field } = useController<z.input<typeof DelegationInput>, 'delegateId'>({ name: 'delegateId' });
  return (
    <PersonPicker label={label} value={field.value || null} onChange={(id) => field.onChange(id ?? '')} error={error} />
  );
}
