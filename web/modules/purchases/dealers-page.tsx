// Dealers by name, with the chosen one open beside the list.
import { Badge, Button } from '@mantine/core';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { RowsSkeleton, TextSkeleton } from '#web/ui/waiting.tsx';
import { DealerDialog } from './dealer-dialog.tsx';
import { DealerPanel } from './dealer-panel.tsx';
import { type Dealer, useDealer, useDealers } from './use-dealers.ts';

const route = getRouteApi('/shell/dealers');

export function DealersPage() {
  const t = useT();
  const { q, dealer: openId } = route.useSearch();
  const go = route.useNavigate();
  const dealers = useDealers(q);
  const open = useDealer(openId ?? null);
  const columns = useColumns();
  const mayManage = useMay('dealer.manage');
  const [adding, setAdding] = useState(false);
  const show = (dealer: string | undefined) =>
    void go({ search: ({ q: kept }) => ({ ...(kept ? { q: kept } : {}), ...(dealer ? { dealer } : {}) }) });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('dealer.add')}
    </Button>
  );
  return (
    <Page
      title={t('dealer.list')}
      purpose={t('dealer.list-purpose')}
      action={mayManage && (dealers.rows.length > 0 || q) ? add : null}
      filters={
        <SearchBox
          label={t('dealer.search')}
          value={q ?? ''}
          onChange={(text) => void go({ search: text ? { q: text } : {}, replace: true })}
        />
      }
    >
      <ErrorNote error={dealers.error} retry={dealers.retry} />
      {dealers.waiting ? <RowsSkeleton /> : null}
      {dealers.waiting || dealers.error ? null : (
        <ListAndDetail
          onClose={() => show(undefined)}
          detail={
            openId
              ? {
                  id: openId,
                  title: open.data ? <bdi>{open.data.name}</bdi> : t('dealer.one'),
                  content: open.data ? (
                    <DealerPanel dealer={open.data} mayManage={mayManage} />
                  ) : open.error ? (
                    <ErrorNote error={open.error} retry={() => void open.refetch()} />
                  ) : (
                    <TextSkeleton lines={6} />
                  ),
                }
              : null
          }
        >
          <DataTable
            label={t('dealer.list')}
            columns={columns}
            rows={dealers.rows}
            rowId={(dealer) => dealer.id}
            selectedId={openId ?? null}
            onOpen={(dealer) => show(dealer.id)}
            onEnd={dealers.more}
            empty={
              <EmptyState
                icon={IconBuildingStore}
                title={t(q ? 'dealer.none-found' : 'dealer.none')}
                hint={t(q ? 'dealer.none-found-hint' : 'dealer.none-hint')}
                action={mayManage && !q ? add : null}
              />
            }
          />
        </ListAndDetail>
      )}
      {adding ? <DealerDialog dealer={null} onClose={() => setAdding(false)} onDone={({ id }) => show(id)} /> : null}
    </Page>
  );
}

function useColumns(): Array<Column<Dealer>> {
  const t = useT();
  return [
    { id: 'name', header: t('dealer.name'), width: 'minmax(0, 1.6fr)', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      id: 'contact',
      header: t('dealer.contact-name'),
      secondary: true,
      width: 'minmax(0, 1fr)',
      cell: ({ contactName }) => <bdi>{contactName ?? ''}</bdi>,
    },
    {
      id: 'phone',
      header: t('dealer.phone'),
      width: 'minmax(128px, 0.8fr)',
      secondary: true,
      cell: ({ phone }) => (phone ? <Ltr>{phone}</Ltr> : null),
    },
    {
      id: 'active',
      header: t('dealer.state'),
      width: 'minmax(88px, 0.6fr)',
      cell: ({ active }) =>
        active ? (
          t('dealer.active')
        ) : (
          <Badge variant="default" tt="none">
            {t('dealer.inactive')}
          </Badge>
        ),
    },
  ];
}
