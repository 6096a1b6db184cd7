// Takes back a sale of the dealer's own, asked once more; or says that it was taken back.
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import type { Sale } from './use-sale.ts';

export function CancelSaleButton({ sale }: { sale: Sale }) {
  const t = useT();
  const text = useLocaleText();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => api.purchases.cancelSale({ id: sale.id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: orpc.purchases.listSales.key() });
      setAsking(false);
    },
  });
  if (sale.cancellation)
    return (
      <Text size="sm" c="dimmed">
        {t(`sale.cancelled.${sale.cancellation.by}`)}
      </Text>
    );
  if (sale.cancellableUntil === null) return null;
  const label = t('sale.cancel-of', { name: sale.buyer.name });
  return (
    <>
      <Button variant="subtle" size="compact-md" aria-label={label} onClick={() => setAsking(true)}>
        {t('sale.cancel-short')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate()}
        title={t('sale.cancel')}
        confirmLabel={t('sale.cancel')}
        danger
        busy={cancel.isPending}
        error={cancel.error}
      >
        <Text>
          <bdi>{sale.buyer.name}</bdi> · <bdi>{text(sale.product.name)}</bdi>
        </Text>
        <Text>{t('sale.cancel-means')}</Text>
      </ConfirmDialog>
    </>
  );
}
