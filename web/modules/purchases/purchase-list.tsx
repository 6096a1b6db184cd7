// Purchases of a customer or through a dealer, newest first, with a way to more.
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { CancelPurchaseDialog } from './cancel-purchase-dialog.tsx';
import classes from './purchases.module.css';

export type PurchaseListProps = {
  of: { customerId: string } | { dealerId: string };
  /** What stands beside the product: the other side of the sale. */
  show: 'customer' | 'dealer';
  none: string;
};

export function PurchaseList({ of, show, none }: PurchaseListProps) {
  const t = useT();
  const text = useLocaleText();
  const mayCancel = useMay('purchase.cancel');
  const [cancelling, setCancelling] = useState<string | null>(null);
  useLive(['purchase.*'], () => void queryClient.invalidateQueries({ queryKey: orpc.purchases.list.key() }));
  const purchases = usePaged(
    useInfiniteQuery(
      orpc.purchases.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ ...of, cursor, limit: 10 }),
        ...byCursor,
      }),
    ),
  );
  if (purchases.error) return <ErrorNote error={purchases.error} retry={purchases.retry} />;
  if (purchases.waiting) return <RowsSkeleton />;
  if (purchases.rows.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      <ul className={classes['list']}>
        {purchases.rows.map((purchase) => (
          <li key={purchase.id} className={classes['line']}>
            <span className={classes['words']}>
              <bdi>{text(purchase.product.name)}</bdi>
              <Text span size="sm" c="dimmed">
                {show === 'customer' ? (
                  <PageLink to="/customers/$customerId" params={{ customerId: purchase.customer.id }}>
                    <bdi>{purchase.customer.name}</bdi>
                  </PageLink>
                ) : (
                  <bdi>{purchase.dealer?.name ?? t('purchase.no-dealer')}</bdi>
                )}
                {purchase.place ? (
                  <>
                    {' · '}
                    <bdi>{purchase.place}</bdi>
                  </>
                ) : null}
              </Text>
              {purchase.cancellation ? (
                <Text span size="sm" c="var(--mantine-color-error)">
                  {t('purchase.cancelled')}
                  {purchase.cancellation.reason ? (
                    <>
                      {': '}
                      <bdi>{purchase.cancellation.reason}</bdi>
                    </>
                  ) : null}
                </Text>
              ) : null}
            </span>
            <DateText value={purchase.boughtOn} />
            {purchase.cancellation === null && mayCancel ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('purchase.cancel-of', { product: text(purchase.product.name) })}
                onClick={() => setCancelling(purchase.id)}
              >
                {t('sale.cancel-short')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {purchases.hasMore ? (
        <Button variant="default" mt="sm" onClick={purchases.more}>
          {t('purchase.more')}
        </Button>
      ) : null}
      {cancelling ? <CancelPurchaseDialog id={cancelling} onClose={() => setCancelling(null)} /> : null}
    </>
  );
}
