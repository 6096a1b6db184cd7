// What the dealer entered, the last first.
import { Button, Group } from '@mantine/core';
import { IconFileUpload, IconReceipt, IconShoppingCartPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { TwoLines } from '#web/ui/two-lines.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { CancelSaleButton } from './cancel-sale-button.tsx';

export function SalesPage() {
  const t = useT();
  const text = useLocaleText();
  const go = useNavigate();
  const sales = usePaged(
    useInfiniteQuery(
      orpc.purchases.listSales.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 50 }),
        ...byCursor,
      }),
    ),
  );
  const enter = (
    <Group gap="xs">
      <Button leftSection={<IconShoppingCartPlus size={16} aria-hidden />} onClick={() => void go({ to: '/sell' })}>
        {t('sale.enter')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileUpload size={16} aria-hidden />}
        onClick={() => void go({ to: '/sales/file' })}
      >
        {t('sale.file')}
      </Button>
    </Group>
  );
  return (
    <Page title={t('sale.list')} purpose={t('sale.list-purpose')} action={sales.rows.length > 0 ? enter : null}>
      <ErrorNote error={sales.error} retry={sales.retry} />
      {sales.waiting ? <RowsSkeleton /> : null}
      {sales.waiting || sales.error ? null : (
        <DataTable
          label={t('sale.list')}
          rows={sales.rows}
          rowId={(sale) => sale.id}
          onEnd={sales.more}
          rowHeight={56}
          empty={<EmptyState icon={IconReceipt} title={t('sale.none')} hint={t('sale.none-hint')} action={enter} />}
          columns={[
            {
              id: 'buyer',
              header: t('sale.buyer'),
              width: 'minmax(0, 2fr)',
              cell: ({ buyer, product }) => (
                <TwoLines below={<bdi>{text(product.name)}</bdi>}>
                  <bdi>{buyer.name}</bdi>
                </TwoLines>
              ),
            },
            {
              id: 'phone',
              header: t('sale.phone'),
              width: 'minmax(128px, 0.8fr)',
              secondary: true,
              cell: ({ buyer }) => (buyer.phone ? <Ltr>{buyer.phone}</Ltr> : null),
            },
            {
              id: 'place',
              header: t('purchase.place'),
              width: 'minmax(0, 1fr)',
              secondary: true,
              cell: ({ place }) => <bdi>{place ?? ''}</bdi>,
            },
            {
              id: 'day',
              header: t('purchase.bought-on'),
              width: 'minmax(96px, 0.7fr)',
              cell: ({ boughtOn }) => <DateText value={boughtOn} />,
            },
            {
              id: 'cancel',
              header: t('sale.state'),
              width: 'minmax(88px, 0.7fr)',
              cell: (sale) => <CancelSaleButton sale={sale} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
