// The list of customers, found by name, the end of a phone number, the beginning of an e-mail, or an external id, and filtered.
import { Button, Group, Text } from '@mantine/core';
import { IconAddressBook, IconBuilding, IconEyeOff, IconPlus, IconUser } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { usePanels } from '#web/lib/slots.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { type CustomerSearch, withFilter } from './customer-search.ts';
import { FilterButton } from './filter-button.tsx';
import { HiddenNote } from './hidden-note.tsx';
import { RegisterCustomerDialog } from './register-customer-dialog.tsx';
import { type ListedCustomer, useCustomers } from './use-customers.ts';
import { useLists, useRegionName } from './use-lists.ts';

const route = getRouteApi('/shell/customers');

export function CustomersPage() {
  const t = useT();
  const go = useNavigate();
  const search = route.useSearch();
  const customers = useCustomers(search);
  const columns = useColumns(customers.hidden.includes('contact'));
  const panels = usePanels('customer-list');
  const mayRegister = useMay('customer.register');
  const [registering, setRegistering] = useState(false);
  const filtered = Object.keys(search).length > 0;
  const open = (customerId: string) => void go({ to: '/customers/$customerId', params: { customerId } });
  const show = (next: CustomerSearch) => void go({ to: '/customers', search: next, replace: true });
  const register = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRegistering(true)}>
      {t('customer.register')}
    </Button>
  );
  return (
    <Page
      title={t('customer.list')}
      purpose={t('customer.list-purpose')}
      action={mayRegister ? register : null}
      filters={
        <>
          <SearchBox
            label={t('customer.search')}
            value={search.q ?? ''}
            onChange={(text) => show(withFilter(search, 'q', text))}
          />
          <FilterButton search={search} hidden={customers.hidden} onChange={show} />
          {panels.map((Panel, index) => (
            <Panel key={index} query={search} />
          ))}
          <ActiveFilters search={search} onChange={show} />
        </>
      }
    >
      <ErrorNote error={customers.error} retry={customers.retry} />
      <HiddenNote classes={customers.hidden} />
      {customers.waiting ? (
        <RowsSkeleton />
      ) : customers.error ? null : (
        <DataTable
          label={t('customer.list')}
          columns={columns}
          rows={customers.rows}
          rowId={(customer) => customer.id}
          onOpen={(customer) => open(customer.id)}
          onEnd={customers.more}
          empty={
            <EmptyState
              icon={IconAddressBook}
              title={t(filtered ? 'customer.none-found' : 'customer.none')}
              hint={t(
                search.q ? 'customer.none-found-hint' : filtered ? 'customer.none-fit-hint' : 'customer.none-hint',
              )}
              action={mayRegister ? register : null}
            />
          }
        />
      )}
      {registering ? (
        <RegisterCustomerDialog
          typed={search.q}
          onClose={() => setRegistering(false)}
          onDone={(customer) => open(customer.id)}
        />
      ) : null}
    </Page>
  );
}

function useColumns(withoutAddresses: boolean): Array<Column<ListedCustomer>> {
  const t = useT();
  const region = useRegionName(useLists().regions);
  return [
    {
      id: 'name',
      header: t('customer.name'),
      width: 'minmax(0, 1.4fr)',
      cell: ({ kind, name }) => (
        <Group component="span" gap={8} wrap="nowrap">
          {kind === 'company' ? (
            <IconBuilding size={18} stroke={1.6} aria-label={t('customer.kind.company')} />
          ) : (
            <IconUser size={18} stroke={1.6} aria-label={t('customer.kind.person')} />
          )}
          <bdi>{name}</bdi>
        </Group>
      ),
    },
    {
      id: 'phone',
      header: t('customer.phone'),
      width: 'minmax(128px, 0.8fr)',
      cell: ({ phone }) => <Address value={phone} hidden={withoutAddresses} />,
    },
    {
      id: 'email',
      header: t('customer.email'),
      width: 'minmax(0, 1.2fr)',
      secondary: true,
      cell: ({ email }) => <Address value={email} hidden={withoutAddresses} />,
    },
    {
      id: 'stage',
      header: t('customer.stage'),
      width: 'minmax(80px, 0.5fr)',
      secondary: true,
      cell: ({ stage }) => t(`customer.stage.${stage}`),
    },
    {
      id: 'region',
      header: t('customer.regionId'),
      width: 'minmax(0, 1fr)',
      secondary: true,
      cell: ({ regionId }) => <bdi>{region(regionId)}</bdi>,
    },
    {
      id: 'responsible',
      header: t('customer.responsible'),
      width: 'minmax(0, 0.8fr)',
      secondary: true,
      cell: ({ responsibleName }) => <bdi>{responsibleName ?? ''}</bdi>,
    },
  ];
}

function Address({ value, hidden }: { value: string | null; hidden: boolean }) {
  const t = useT();
  if (hidden) return <IconEyeOff size={16} stroke={1.6} aria-label={t('customer.hidden')} />;
  return value ? (
    <Ltr>{value}</Ltr>
  ) : (
    <Text span c="dimmed">
      {t('customer.not-known')}
    </Text>
  );
}
