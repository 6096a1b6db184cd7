// Makes an action or changes one: what it is called, whether it has an amount, and what happens to a decision beyond authority.
import { useWatch } from 'react-hook-form';
import type { AuthorityAction } from '#contract/authority.ts';
import { AuthorityActionInput } from '#contract/authority.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshAuthority } from './use-authority.ts';

export function ActionDialog({ action, onClose }: { action: AuthorityAction | null; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(AuthorityActionInput, {
    key: action?.key ?? '',
    name: action?.name ?? {},
    hasAmount: action?.hasAmount ?? true,
    onOverrun: action?.onOverrun ?? 'override',
    splitDays: action ? action.splitDays : 30,
  });
  const hasAmount = useWatch({ control: form.control, name: 'hasAmount' });
  return (
    <Dialog opened onClose={onClose} title={t(action ? 'authority.change-action' : 'authority.add-action')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const splitDays = values.hasAmount ? values.splitDays : null;
          if (action)
            await api.authority.changeAction({
              id: action.id,
              name: values.name,
              onOverrun: values.onOverrun,
              splitDays,
            });
          else await api.authority.createAction({ ...values, splitDays });
          await refreshAuthority();
          onClose();
        }}
      >
        <LocaleTextField name="name" label={t('authority.action-name')} required />
        {action ? null : (
          <>
            <CodeField name="key" label={t('authority.key')} hint={t('authority.key-hint')} required />
            <SwitchField name="hasAmount" label={t('authority.has-amount')} />
          </>
        )}
        <RadioField
          name="onOverrun"
          label={t('authority.on-overrun')}
          choices={(['override', 'refuse'] as const).map((value) => ({
            value,
            label: t(`authority.overrun.${value}`),
          }))}
        />
        {hasAmount ? (
          <NumberField name="splitDays" label={t('authority.split-days')} hint={t('authority.split-days-hint')} />
        ) : null}
        <SubmitButton>{t(action ? 'ui.save' : 'authority.add-action')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
