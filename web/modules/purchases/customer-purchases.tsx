// What a customer bought, on the customer's page, and a way to record a purchase.
import { Button, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { PurchaseList } from './purchase-list.tsx';
import { RecordPurchaseDialog } from './record-purchase-dialog.tsx';

export function CustomerPurchases({ customerId }: { customerId: string }) {
  const t = useT();
  const mayRecord = useMay('purchase.record');
  const [recording, setRecording] = useState(false);
  return (
    <section aria-labelledby="customer-purchases">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="customer-purchases">
          {t('purchase.list')}
        </Title>
        {mayRecord ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setRecording(true)}
          >
            {t('purchase.record')}
          </Button>
        ) : null}
      </Group>
      <PurchaseList of={{ customerId }} show="dealer" none={t('purchase.none')} />
      {recording ? <RecordPurchaseDialog customerId={customerId} onClose={() => setRecording(false)} /> : null}
    </section>
  );
}
