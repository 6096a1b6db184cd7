// Makes a rule of the matrix: who, what, up to which amount, where, from when until when.
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { AuthorityRuleInput } from '#contract/authority.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useStructure } from '#web/modules/organisation/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { MoneyField } from '#web/ui/form/money-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshAuthority, useActions, useAuthorityNames } from './use-authority.ts';

const scopes = ['own-unit', 'own-unit-and-below', 'named-unit', 'everywhere'] as const;
/** A list has no choice that is nothing. */
const anyHead = 'any-head';
const Entry = AuthorityRuleInput.extend({ positionId: z.string().min(1) });

export function RuleDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { actions } = useActions();
  const { structure } = useStructure();
  const { positionName } = useAuthorityNames();
  const form = useZodForm(Entry, {
    actionId: actions[0]?.id ?? '',
    positionId: anyHead,
    limit: null,
    scope: 'own-unit',
    unitId: null,
    from: format.dayOf(new Date().toISOString()),
    until: null,
  });
  const { control } = form;
  const [actionId, scope] = [useWatch({ control, name: 'actionId' }), useWatch({ control, name: 'scope' })];
  const hasAmount = actions.find(({ id }) => id === actionId)?.hasAmount ?? false;
  return (
    <Dialog opened onClose={onClose} title={t('authority.add-rule')}>
      <Form
        form={form}
        onSubmit={async ({ positionId, limit, unitId, ...values }) => {
          await api.authority.createRule({
            ...values,
            positionId: positionId === anyHead ? null : positionId,
            limit: hasAmount ? limit : null,
            unitId: values.scope === 'named-unit' ? unitId : null,
          });
          await refreshAuthority();
          onClose();
        }}
      >
        <SelectField
          name="actionId"
          label={t('authority.action')}
          choices={actions.map(({ id, name }) => ({ value: id, label: text(name) }))}
          required
        />
        <SelectField
          name="positionId"
          label={t('authority.position')}
          searchable
          choices={[
            { value: anyHead, label: t('authority.any-head') },
            ...(structure?.positions ?? []).map(({ id }) => ({ value: id, label: positionName(id) })),
          ]}
          required
        />
        {hasAmount ? <MoneyField name="limit" label={t('authority.limit')} hint={t('authority.limit-hint')} /> : null}
        <SelectField
          name="scope"
          label={t('authority.scope')}
          choices={scopes.map((value) => ({ value, label: t(`authority.scope.${value}`) }))}
          required
        />
        {scope === 'named-unit' ? (
          <TreeField name="unitId" label={t('authority.unit')} entries={structure?.units ?? []} required />
        ) : null}
        <DateField name="from" label={t('authority.first-day')} required />
        <DateField name="until" label={t('authority.last-day')} hint={t('authority.last-day-hint')} />
        <SubmitButton>{t('authority.add-rule')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
