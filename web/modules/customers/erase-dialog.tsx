// Erases a customer's personal data after the name was typed: it cannot be undone.
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { Line, LocaleText } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Customer, keepCustomer } from './use-customers.ts';

const Entry = z.object({ confirmation: Line });

export function EraseDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const form = useZodForm(Entry, { confirmation: '' });
  const [blocked, setBlocked] = useState<string | null>(null);

  function words({ reason, count, until, rule }: Record<string, unknown>): string {
    if (reason === 'process-running') return t('customer.erase-running-processes', { number: Number(count) });
    if (reason !== 'case-kept') return t('customer.erase-open-cases', { count: Number(count) });
    const kept = { count: Number(count), date: format.date(String(until)), rule: text(LocaleText.parse(rule)) };
    return t('customer.erase-kept-cases', kept);
  }

  async function erase({ confirmation }: z.output<typeof Entry>): Promise<void> {
    setBlocked(null);
    try {
      keepCustomer(await api.customers.erase({ id: customer.id, confirmation }));
      onClose();
    } catch (error) {
      if (!isProblem(error, 'customer.erasure-blocked')) throw error;
      setBlocked(words(error.params));
    }
  }

  return (
    <Dialog opened onClose={onClose} title={t('customer.erase')}>
      <Form form={form} onSubmit={erase}>
        {blocked ? (
          <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {blocked}
          </Alert>
        ) : null}
        <Text>{t('customer.erase-means')}</Text>
        <Text>{t('customer.erase-keeps')}</Text>
        <TextField
          name="confirmation"
          label={t('customer.erase-confirmation')}
          hint={t('customer.erase-confirmation-hint', { name: customer.name })}
          autoComplete="off"
          required
        />
        <SubmitButton>{t('customer.erase')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
