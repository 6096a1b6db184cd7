// Takes back a purchase that was entered wrongly: staff say why.
import { Text } from '@mantine/core';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';

const Reason = z.object({ reason: z.string().trim().min(1).max(1_000) });

export function CancelPurchaseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(Reason, { reason: '' });
  return (
    <Dialog opened onClose={onClose} title={t('purchase.cancel')}>
      <Form
        form={form}
        onSubmit={async ({ reason }) => {
          await api.purchases.cancel({ id, reason });
          await queryClient.invalidateQueries({ queryKey: orpc.purchases.list.key() });
          onClose();
        }}
      >
        <Text>{t('purchase.cancel-means')}</Text>
        <TextField name="reason" label={t('purchase.cancel-reason')} required />
        <SubmitButton>{t('purchase.cancel')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
