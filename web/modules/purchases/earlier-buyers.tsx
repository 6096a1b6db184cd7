// Buyers whom this dealer entered earlier and who fit what is being typed; one tap takes one.
import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './sell.module.css';
import type { Buyer } from './use-sale.ts';

export type EarlierBuyersProps = {
  phone: string;
  name: string;
  chosenId: string | null;
  onChoose: (buyer: Buyer | null) => void;
};

export function EarlierBuyers({ phone, name, chosenId, onChoose }: EarlierBuyersProps) {
  const t = useT();
  const typed = phone.length >= 4 ? phone : name.trim();
  const [q] = useDebouncedValue(typed, 250);
  const found = useQuery({
    ...orpc.purchases.findBuyers.queryOptions({ input: { q } }),
    enabled: q.length >= 2 && chosenId === null,
    placeholderData: keepPreviousData,
  });
  if (chosenId !== null)
    return (
      <Group gap="xs">
        <Text fw={600}>{t('sale.known-buyer')}</Text>
        <Button variant="default" size="compact-md" onClick={() => onChoose(null)}>
          {t('sale.another-buyer')}
        </Button>
      </Group>
    );
  const items = typed.length >= 2 ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <div role="group" aria-label={t('sale.earlier-buyers')} className={classes['earlier']}>
      <Text size="sm" c="dimmed">
        {t('sale.earlier-buyers')}
      </Text>
      {items.map((buyer) => (
        <button key={buyer.id} type="button" className={classes['buyer']} onClick={() => onChoose(buyer)}>
          <bdi>{buyer.name}</bdi>
          {buyer.phone ? <Ltr>{buyer.phone}</Ltr> : null}
        </button>
      ))}
    </div>
  );
}
