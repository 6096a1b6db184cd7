// The categories that cases are filed under, in two levels, with the chosen one open for changing.
import { Button, Stack } from '@mantine/core';
import { IconCategory, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton, TextSkeleton } from '#web/ui/waiting.tsx';
import { CategoryForm } from './category-form.tsx';
import { CategoryList } from './category-list.tsx';
import { categoriesQuery, refreshCatalogue } from './use-catalogue.ts';

// Most of the time it is looked at, not set.
const CategoryProcess = lazy(async () => ({ default: (await import('./category-process.tsx')).CategoryProcess }));

const route = getRouteApi('/shell/settings/categories');
/** In the address, instead of an id, while one is being added. */
const fresh = 'new';

export function CategoriesPage() {
  const t = useT();
  const text = useLocaleText();
  const mayManage = useMay('catalogue.manage');
  const { category: openId } = route.useSearch();
  const go = route.useNavigate();
  const categories = useQuery(categoriesQuery);
  useLive(['category.*'], () => void refreshCatalogue());
  const all = categories.data?.items ?? [];
  const open = all.find((category) => category.id === openId);
  const show = (category: string | undefined) => void go({ search: category ? { category } : {} });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show(fresh)}>
      {t('catalogue.add-category')}
    </Button>
  );
  const adding = mayManage && openId === fresh;
  return (
    <Page
      title={t('catalogue.categories')}
      purpose={t('catalogue.categories-purpose')}
      action={mayManage && all.length > 0 ? add : null}
    >
      <ErrorNote error={categories.error} retry={() => void categories.refetch()} />
      {categories.isPending ? <RowsSkeleton /> : null}
      {categories.data ? (
        <ListAndDetail
          onClose={() => show(undefined)}
          detail={
            open || adding
              ? {
                  id: open?.id ?? fresh,
                  title: open ? <bdi>{text(open.name)}</bdi> : t('catalogue.add-category'),
                  content: (
                    <Stack gap="xl">
                      <CategoryForm
                        key={open?.id ?? fresh}
                        category={open ?? null}
                        categories={all}
                        mayManage={mayManage}
                        onDone={show}
                      />
                      {open ? (
                        <Suspense fallback={<TextSkeleton lines={3} />}>
                          <CategoryProcess categoryId={open.id} mayManage={mayManage} />
                        </Suspense>
                      ) : null}
                    </Stack>
                  ),
                }
              : null
          }
        >
          {all.length === 0 ? (
            <EmptyState
              icon={IconCategory}
              title={t('catalogue.no-categories')}
              hint={t('catalogue.no-categories-hint')}
              action={mayManage ? add : null}
            />
          ) : (
            <CategoryList categories={all} openId={openId} onOpen={show} />
          )}
        </ListAndDetail>
      ) : null}
    </Page>
  );
}
