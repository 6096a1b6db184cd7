// Records what a customer bought; the same product on the same day asks before it is there twice.
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { IsoDate } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';

const Entry = z.object({ productId: z.string(), boughtOn: IsoDate, place: z.string().trim().max(300) });
type Values = z.output<typeof Entry>;

export function RecordPurchaseDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const products = useQuery(orpc.catalogue.listProducts.queryOptions({ input: {} })).data?.items ?? [];
  const today = format.dayOf(new Date().toISOString());
  const form = useZodForm(Entry, { productId: '', boughtOn: today, place: '' });
  const [twice, setTwice] = useState<Values | null>(null);

  async function save(values: Values, again = false): Promise<void> {
    setTwice(null);
    try {
      await api.purchases.record({ customerId, ...values, place: values.place || null, ...(again ? { again } : {}) });
    } catch (error) {
      if (!isProblem(error, 'purchase.duplicate')) throw error;
      setTwice(values);
      return;
    }
    await queryClient.invalidateQueries({ queryKey: orpc.purchases.list.key() });
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t('purchase.record')}>
      <Form form={form} onSubmit={(values) => save(values, twice !== null)}>
        <SelectField
          name="productId"
          label={t('purchase.product')}
          choices={products.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: text(name) }))}
          required
          searchable
        />
        <DateField name="boughtOn" label={t('purchase.bought-on')} max={today} required />
        <TextField name="place" label={t('purchase.place')} hint={t('purchase.place-hint')} />
        {twice ? (
          <div role="alert">
            <Text fw={600}>{t('problem.purchase.duplicate')}</Text>
            <Button mt="xs" type="submit">
              {t('purchase.once-more')}
            </Button>
          </div>
        ) : (
          <SubmitButton>{t('purchase.record')}</SubmitButton>
        )}
      </Form>
    </Dialog>
  );
}
