// Records a consent or its withdrawal; the last word for a purpose and channel is the one in force.
import { z } from 'zod';
import { Line } from '#contract/common.ts';
import { ConsentPurpose, ContactChannel } from '#contract/customers.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Customer, keepCustomer, refreshHistory } from './use-customers.ts';

const Entry = z.object({
  purpose: ConsentPurpose,
  channel: ContactChannel,
  // A field of choice knows only strings.
  given: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  source: Line,
});

/** What stands in the form at first: a withdrawal begins with the consent that is taken back. */
export type ConsentBegin = {
  purpose: z.infer<typeof ConsentPurpose>;
  channel: z.infer<typeof ContactChannel>;
  word: 'given' | 'refused';
};

type ConsentDialogProps = { customer: Customer; begin: ConsentBegin; onClose: () => void };

export function ConsentDialog({ customer, begin, onClose }: ConsentDialogProps) {
  const t = useT();
  const { purpose, channel, word } = begin;
  const form = useZodForm(Entry, { purpose, channel, given: word === 'given' ? 'yes' : 'no', source: '' });
  return (
    <Dialog opened onClose={onClose} title={t(word === 'given' ? 'customer.record-consent' : 'customer.withdraw')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          keepCustomer(await api.customers.recordConsent({ id: customer.id, ...values }));
          void refreshHistory();
          onClose();
        }}
      >
        <RadioField
          name="purpose"
          label={t('customer.purpose')}
          choices={ConsentPurpose.options.map((value) => ({ value, label: t(`customer.purpose.${value}`) }))}
        />
        <RadioField
          name="channel"
          label={t('customer.channel')}
          choices={ContactChannel.options.map((value) => ({ value, label: t(`customer.channel.${value}`) }))}
        />
        <RadioField
          name="given"
          label={t('customer.consent-word')}
          choices={[
            { value: 'yes', label: t('customer.consent-given') },
            { value: 'no', label: t('customer.consent-refused') },
          ]}
        />
        <TextField
          name="source"
          label={t('customer.consent-source')}
          hint={t('customer.consent-source-hint')}
          required
        />
        <SubmitButton>{t(word === 'given' ? 'customer.record-consent' : 'customer.withdraw')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
