// Products and services of the organisation.
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconHeartHandshake, IconPackage, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { ProductDialog } from './product-dialog.tsx';
import { type Product, productsQuery, refreshCatalogue, useProductCategories } from './use-catalogue.ts';

export function ProductsPage() {
  const t = useT();
  const mayManage = useMay('catalogue.manage');
  const columns = useColumns();
  const products = useQuery(productsQuery);
  useLive(['product.*'], () => void refreshCatalogue());
  const [open, setOpen] = useState<Product | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('catalogue.add-product')}
    </Button>
  );
  return (
    <Page
      title={t('catalogue.products')}
      purpose={t('catalogue.products-purpose')}
      action={mayManage && products.data && products.data.items.length > 0 ? add : null}
    >
      <ErrorNote error={products.error} retry={() => void products.refetch()} />
      {products.isPending ? <RowsSkeleton /> : null}
      {products.data ? (
        <DataTable
          label={t('catalogue.products')}
          columns={columns}
          rows={products.data.items}
          rowId={(product) => product.id}
          {...(mayManage ? { onOpen: setOpen } : {})}
          empty={
            <EmptyState
              icon={IconPackage}
              title={t('catalogue.no-products')}
              hint={t('catalogue.no-products-hint')}
              action={mayManage ? add : null}
            />
          }
        />
      ) : null}
      {open ? <ProductDialog product={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function useColumns(): Array<Column<Product>> {
  const t = useT();
  const text = useLocaleText();
  const categories = useProductCategories();
  return [
    {
      id: 'name',
      header: t('catalogue.name'),
      width: 'minmax(0, 2fr)',
      cell: ({ name }) => <bdi>{text(name)}</bdi>,
    },
    {
      id: 'category',
      header: t('catalogue.product-category'),
      secondary: true,
      width: 'minmax(0, 1fr)',
      cell: ({ categoryId }) => <bdi>{text(categories.find(({ id }) => id === categoryId)?.name)}</bdi>,
    },
    {
      id: 'code',
      header: t('catalogue.code'),
      secondary: true,
      width: 'minmax(88px, 0.6fr)',
      cell: ({ code }) => (code ? <Ltr>{code}</Ltr> : null),
    },
    {
      id: 'kind',
      header: t('catalogue.product-kind'),
      secondary: true,
      width: 'minmax(88px, 0.7fr)',
      cell: ({ kind }) => (
        <Group component="span" gap={6} wrap="nowrap">
          {kind === 'product' ? (
            <IconPackage size={18} stroke={1.6} aria-hidden />
          ) : (
            <IconHeartHandshake size={18} stroke={1.6} aria-hidden />
          )}
          {t(`catalogue.product-kind.${kind}`)}
        </Group>
      ),
    },
    {
      id: 'active',
      header: t('catalogue.use'),
      width: 'minmax(88px, 0.7fr)',
      cell: ({ active }) =>
        active ? (
          <Text span>{t('catalogue.in-use')}</Text>
        ) : (
          <Badge variant="default" tt="none">
            {t('catalogue.out-of-use')}
          </Badge>
        ),
    },
  ];
}
