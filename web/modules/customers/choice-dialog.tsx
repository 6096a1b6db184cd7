// Adds a choice to a list or changes one; an age group also says its years.
import { z } from 'zod';
import { LocaleText } from '#contract/common.ts';
import type { ChoiceList, CustomerChoice } from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshLists } from './use-lists.ts';

export type ChoiceListName = z.infer<typeof ChoiceList>;
const Age = z.int().min(0).max(150).nullable();
const Entry = z.object({ name: LocaleText, active: z.boolean(), fromAge: Age, untilAge: Age });

type ChoiceDialogProps = { list: ChoiceListName; choice: CustomerChoice | null; onClose: () => void };

export function ChoiceDialog({ list, choice, onClose }: ChoiceDialogProps) {
  const t = useT();
  const form = useZodForm(Entry, {
    name: choice?.name ?? {},
    active: choice?.active ?? true,
    fromAge: choice?.fromAge ?? null,
    untilAge: choice?.untilAge ?? null,
  });
  return (
    <Dialog opened onClose={onClose} title={t(choice ? 'customer.change-choice' : `customer.add-to.${list}`)}>
      <Form
        form={form}
        onSubmit={async ({ active, ...values }) => {
          if (choice) await api.customerSettings.updateChoice({ id: choice.id, active, ...values });
          else await api.customerSettings.createChoice({ list, ...values });
          await refreshLists();
          onClose();
        }}
      >
        <LocaleTextField name="name" label={t('customer.choice-name')} required />
        {list === 'age-group' ? (
          <>
            <NumberField name="fromAge" label={t('customer.from-age')} hint={t('customer.from-age-hint')} />
            <NumberField name="untilAge" label={t('customer.until-age')} hint={t('customer.until-age-hint')} />
          </>
        ) : null}
        {choice ? (
          <SwitchField name="active" label={t('customer.in-use')} hint={t('customer.retire-choice-hint')} />
        ) : null}
        <SubmitButton>{t(choice ? 'ui.save' : `customer.add-to.${list}`)}</SubmitButton>
      </Form>
    </Dialog>
  );
}
