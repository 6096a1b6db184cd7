// Adds a dealer or changes one.
import { z } from 'zod';
import { Email, Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { EmailField, PhoneField, TextField } from '#web/ui/form/text-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Dealer, refreshDealers } from './use-dealers.ts';
import { useStatisticsChoices } from './use-statistics.ts';

const Entry = z.object({
  name: Line,
  regionId: z.string().nullable(),
  contactName: z.string().trim().max(300),
  phone: z.string().trim().max(40).optional(),
  email: Email.optional(),
});

export type DealerDialogProps = { dealer: Dealer | null; onClose: () => void; onDone?: (dealer: Dealer) => void };

export function DealerDialog({ dealer, onClose, onDone }: DealerDialogProps) {
  const t = useT();
  const provinces = useStatisticsChoices('provinces');
  const form = useZodForm(Entry, {
    name: dealer?.name ?? '',
    regionId: dealer?.regionId ?? null,
    contactName: dealer?.contactName ?? '',
    phone: dealer?.phone ?? undefined,
    email: dealer?.email ?? undefined,
  });
  return (
    <Dialog opened onClose={onClose} title={t(dealer ? 'dealer.change' : 'dealer.add')}>
      <Form
        form={form}
        onSubmit={async ({ contactName, phone, email, ...rest }) => {
          const values = { ...rest, contactName: contactName || null, phone: phone || null, email: email ?? null };
          const saved = dealer
            ? await api.purchases.updateDealer({ id: dealer.id, ...values })
            : await api.purchases.createDealer(values);
          await refreshDealers();
          onClose();
          onDone?.(saved);
        }}
      >
        <TextField name="name" label={t('dealer.name')} required startHere />
        {provinces.length > 0 ? (
          <SelectField name="regionId" label={t('dealer.region')} choices={provinces} clearable searchable />
        ) : null}
        <TextField name="contactName" label={t('dealer.contact-name')} hint={t('dealer.contact-hint')} />
        <PhoneField name="phone" label={t('dealer.phone')} autoComplete="off" />
        <EmailField name="email" label={t('dealer.email')} autoComplete="off" />
        <SubmitButton>{t(dealer ? 'ui.save' : 'dealer.add')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
