// Adds an e-mail or a phone; when it belongs to another customer, says to whom.
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { ContactChannel } from '#contract/customers.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { EmailField, PhoneField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { PageLink } from '#web/ui/page-link.tsx';
import { type Customer, keepCustomer } from './use-customers.ts';

const Entry = z.object({ channel: ContactChannel, value: z.string().trim().min(3).max(254) });

export function AddContactPointDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(Entry, { channel: 'phone', value: '' });
  const channel = useWatch({ control: form.control, name: 'channel' });
  const [taken, setTaken] = useState<{ text: string; by: string | null } | null>(null);

  async function add(values: z.output<typeof Entry>): Promise<void> {
    setTaken(null);
    try {
      keepCustomer(await api.customers.addContactPoint({ id: customer.id, ...values }));
      onClose();
    } catch (error) {
      if (!isProblem(error, 'customer.address-taken')) throw error;
      const by = error.params['customerId'];
      setTaken({ text: problemText(error), by: typeof by === 'string' ? by : null });
    }
  }

  return (
    <Dialog opened onClose={onClose} title={t('customer.add-contact')}>
      <Form form={form} onSubmit={add}>
        {taken ? (
          <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {taken.text}{' '}
            {taken.by ? (
              <PageLink to="/customers/$customerId" params={{ customerId: taken.by }} onClick={onClose}>
                {t('customer.open-other')}
              </PageLink>
            ) : null}
          </Alert>
        ) : null}
        <RadioField
          name="channel"
          label={t('customer.channel')}
          choices={(['phone', 'email'] as const).map((value) => ({ value, label: t(`customer.channel.${value}`) }))}
        />
        {channel === 'email' ? (
          <EmailField name="value" label={t('customer.email')} autoComplete="off" required />
        ) : (
          <PhoneField
            name="value"
            label={t('customer.phone')}
            hint={t('customer.phone-hint')}
            autoComplete="off"
            required
          />
        )}
        <SubmitButton>{t('customer.add-contact')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
