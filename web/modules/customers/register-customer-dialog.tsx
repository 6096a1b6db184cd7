// Registers a customer; whoever has the same e-mail, phone or external id already is found instead, and that is said.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Email, Language, Line, PhoneInput } from '#contract/common.ts';
import { CustomerKind } from '#contract/customers.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { CustomerEntry } from '#web/ui/form/customer-entry.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField, EmailField, PhoneField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { OwnFieldInput } from './own-field-input.tsx';
import { filled, OwnValues } from './own-values.ts';
import { type Customer, keepCustomer } from './use-customers.ts';
import { useLists } from './use-lists.ts';

const Entry = z.object({
  kind: CustomerKind,
  name: Line,
  phone: PhoneInput.optional(),
  email: Email.optional(),
  language: Language,
  externalId: z.string().trim().max(100).optional(),
  fields: OwnValues,
});

export type RegisterCustomerDialogProps = {
  /** What was searched for before: it is put where it belongs. */
  typed?: string | undefined;
  onClose: () => void;
  onDone: (customer: Customer) => void;
};

export function RegisterCustomerDialog({ typed, onClose, onDone }: RegisterCustomerDialogProps) {
  const t = useT();
  const { organisation } = useSession();
  const [found, setFound] = useState<Customer | null>(null);
  const form = useZodForm(Entry, { kind: 'person', name: '', language: organisation.language, ...guess(typed) });
  const kind = useWatch({ control: form.control, name: 'kind' });
  // The rest of the record is filled in on the customer's page.
  const asked = useLists().fields.filter(
    ({ active, required, customerKind }) => active && required && (customerKind === null || customerKind === kind),
  );

  async function register(values: z.output<typeof Entry>): Promise<void> {
    const { found: known, ...customer } = await api.customers.register({ ...values, fields: filled(values.fields) });
    keepCustomer(customer);
    if (known) return setFound(customer);
    onClose();
    onDone(customer);
  }

  return (
    <Dialog opened onClose={onClose} title={t('customer.register')}>
      {found ? (
        <Stack>
          <Alert role="status" variant="light" icon={<IconUserCheck aria-hidden />} title={t('customer.found')}>
            <Text fw={600}>
              <bdi>{found.name}</bdi>
            </Text>
            <Text>{t('customer.found-means')}</Text>
          </Alert>
          <Button
            data-autofocus
            onClick={() => {
              onClose();
              onDone(found);
            }}
          >
            {t('customer.take-found')}
          </Button>
        </Stack>
      ) : (
        <Form form={form} onSubmit={register}>
          <RadioField
            name="kind"
            label={t('customer.kind')}
            choices={CustomerKind.options.map((value) => ({ value, label: t(`customer.kind.${value}`) }))}
          />
          <TextField name="name" label={t('customer.name')} autoComplete="off" required startHere />
          <PhoneField name="phone" label={t('customer.phone')} hint={t('customer.phone-hint')} autoComplete="off" />
          <EmailField name="email" label={t('customer.email')} autoComplete="off" />
          <SelectField
            name="language"
            label={t('customer.language')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <CodeField
            name="externalId"
            label={t('customer.external-id')}
            hint={t('customer.external-id-hint')}
            autoComplete="off"
          />
          {asked.map((field) => (
            <OwnFieldInput key={field.id} field={field} />
          ))}
          <CustomerEntry
            onTake={(id) => {
              void api.customers.get({ id }).then((customer) => {
                onClose();
                onDone(customer);
              });
            }}
          />
          <SubmitButton>{t('customer.register')}</SubmitButton>
        </Form>
      )}
    </Dialog>
  );
}

function guess(typed: string | undefined): { name?: string; phone?: string; email?: string } {
  if (!typed) return {};
  if (typed.includes('@')) return { email: typed };
  return /^[+\d\s\u0660-\u0669\u06f0-\u06f9().-]{4,}$/.test(typed) ? { phone: typed } : { name: typed };
}
