// The tree of product categories: added, renamed, moved, taken out of use.
import { Button, Text } from '@mantine/core';
import { IconBinaryTree2, IconPlayerPause, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './catalogue.module.css';
import { ProductCategoryDialog } from './product-category-dialog.tsx';
import { type ProductCategory, productCategoriesQuery, refreshCatalogue } from './use-catalogue.ts';

export function ProductCategoriesPage() {
  const t = useT();
  const categories = useQuery(productCategoriesQuery);
  useLive(['product-category.*'], () => void refreshCatalogue());
  const [open, setOpen] = useState<ProductCategory | 'new' | null>(null);
  const all = categories.data?.items ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('catalogue.add-product-category')}
    </Button>
  );
  return (
    <Page
      title={t('catalogue.product-categories')}
      purpose={t('catalogue.product-categories-purpose')}
      action={all.length > 0 ? add : null}
    >
      <ErrorNote error={categories.error} retry={() => void categories.refetch()} />
      {categories.isPending ? <RowsSkeleton /> : null}
      {categories.data && all.length === 0 ? (
        <EmptyState
          icon={IconBinaryTree2}
          title={t('catalogue.no-product-categories')}
          hint={t('catalogue.no-product-categories-hint')}
          action={add}
        />
      ) : null}
      <Below parentId={null} all={all} onOpen={setOpen} />
      {open ? (
        <ProductCategoryDialog category={open === 'new' ? null : open} categories={all} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  );
}

type BelowProps = {
  parentId: string | null;
  all: readonly ProductCategory[];
  onOpen: (category: ProductCategory) => void;
};

function Below({ parentId, all, onOpen }: BelowProps) {
  const t = useT();
  const text = useLocaleText();
  const here = all.filter((category) => category.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ul className={classes['list']}>
      {here.map((category) => (
        <li key={category.id}>
          <OpenRow onOpen={() => onOpen(category)} data-out={!category.active || undefined}>
            <span className={classes['name']}>
              <bdi>{text(category.name)}</bdi>
            </span>
            {category.active ? null : (
              <Text span size="sm" c="dimmed">
                <IconPlayerPause size={15} stroke={1.6} aria-hidden /> {t('catalogue.out-of-use')}
              </Text>
            )}
          </OpenRow>
          <Below parentId={category.id} all={all} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
