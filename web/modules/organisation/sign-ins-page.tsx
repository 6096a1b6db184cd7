// The record of sign-ins: who came in or was refused, when, from where.
import { Group } from '@mantine/core';
import { IconDoorEnter, IconDoorExit, IconLogin2, IconShieldX, IconUserX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { TwoLines } from '#web/ui/two-lines.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { deviceName } from './device-name.ts';

type SignIn = Awaited<ReturnType<typeof api.organisation.listSignIns>>['items'][number];
const icons = {
  'signed-in': IconDoorEnter,
  refused: IconUserX,
  'second-factor-refused': IconShieldX,
  'signed-out': IconDoorExit,
};

export function SignInsPage() {
  const t = useT();
  const columns = useColumns();
  const record = usePaged(
    useInfiniteQuery(
      orpc.organisation.listSignIns.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 100 }),
        ...byCursor,
      }),
    ),
  );
  return (
    <Page title={t('organisation.sign-ins')} purpose={t('organisation.sign-ins-purpose')}>
      <ErrorNote error={record.error} retry={record.retry} />
      {record.waiting ? (
        <RowsSkeleton />
      ) : record.error ? null : (
        <DataTable
          label={t('organisation.sign-ins')}
          columns={columns}
          rows={record.rows}
          rowId={(row) => row.id}
          onEnd={record.more}
          rowHeight={60}
          empty={
            <EmptyState
              icon={IconLogin2}
              title={t('organisation.no-sign-ins')}
              hint={t('organisation.no-sign-ins-hint')}
            />
          }
        />
      )}
    </Page>
  );
}

function useColumns(): Array<Column<SignIn>> {
  const t = useT();
  return [
    {
      id: 'who',
      header: t('organisation.name'),
      width: 'minmax(0, 1.4fr)',
      cell: ({ personName, email }) => (
        <TwoLines below={<Ltr>{email}</Ltr>}>
          <bdi>{personName ?? t('organisation.unknown-person')}</bdi>
        </TwoLines>
      ),
    },
    {
      id: 'result',
      header: t('organisation.sign-in-result'),
      width: 'minmax(0, 1fr)',
      cell: ({ result }) => {
        const Icon = icons[result];
        return (
          <Group component="span" gap={6} wrap="nowrap">
            <Icon size={18} stroke={1.6} aria-hidden />
            {t(`organisation.sign-in.${result}`)}
          </Group>
        );
      },
    },
    {
      id: 'at',
      header: t('organisation.when'),
      width: 'minmax(0, 1fr)',
      cell: ({ at }) => <DateText value={at} show="date-time" />,
    },
    {
      id: 'from',
      header: t('organisation.device'),
      width: 'minmax(0, 1fr)',
      secondary: true,
      cell: ({ address, device }) => (
        <TwoLines below={<Ltr>{address ?? ''}</Ltr>}>
          <Ltr>{deviceName(device) || '–'}</Ltr>
        </TwoLines>
      ),
    },
  ];
}
