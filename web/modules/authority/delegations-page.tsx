// Delegations: those one gave, those one was given, and, for whoever keeps the matrix, all; with the way to give and to take back.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconArrowsRightLeft, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { useSession } from '#web/lib/session.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { DelegateDialog } from './delegate-dialog.tsx';
import { refreshAuthority, useAuthorityLive, useAuthorityNames } from './use-authority.ts';
import { delegationViews } from './views.ts';
import type { WireDelegation } from './wire.ts';

const route = getRouteApi('/shell/authority/delegations');

export function DelegationsPage() {
  const t = useT();
  const mayManage = useMay('authority.manage');
  const { view: wanted = 'given' } = route.useSearch();
  const view = wanted === 'all' && !mayManage ? 'given' : wanted;
  const go = route.useNavigate();
  const [giving, setGiving] = useState(false);
  const own = useQuery(orpc.authority.own.queryOptions({ input: {} })).data?.positions ?? [];
  const hasSome = own.some(({ rules }) => rules.length > 0);
  useAuthorityLive();
  return (
    <Page
      title={t('authority.delegations')}
      purpose={t('authority.delegations-purpose')}
      width="reading"
      action={
        hasSome ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setGiving(true)}>
            {t('authority.delegate')}
          </Button>
        ) : null
      }
      filters={
        <SegmentedControl
          aria-label={t('authority.view')}
          value={view}
          data={delegationViews
            .filter((value) => value !== 'all' || mayManage)
            .map((value) => ({ value, label: t(`authority.delegations.${value}`) }))}
          onChange={(chosen) => void go({ search: { view: delegationViews.find((one) => one === chosen) } })}
        />
      }
    >
      <Delegations view={view} />
      {giving ? <DelegateDialog own={own} onClose={() => setGiving(false)} /> : null}
    </Page>
  );
}

function Delegations({ view }: { view: (typeof delegationViews)[number] }) {
  const t = useT();
  const [revoking, setRevoking] = useState<string | null>(null);
  const list = usePaged(
    useInfiniteQuery(
      orpc.authority.listDelegations.infiniteOptions({
        input: (cursor: string | undefined) => ({ view, cursor, limit: 30 }),
        ...byCursor,
      }),
    ),
  );
  const revoke = useMutation({
    mutationFn: (id: string) => api.authority.revoke({ id }),
    onSuccess: async () => {
      await refreshAuthority();
      setRevoking(null);
    },
  });
  const { ready } = useAuthorityNames();
  if (list.waiting || (!ready && !list.error)) return <RowsSkeleton rows={3} />;
  return (
    <>
      <ErrorNote error={list.error} retry={list.retry} />
      {!list.error && list.rows.length === 0 ? (
        <EmptyState
          icon={IconArrowsRightLeft}
          title={t('authority.no-delegations')}
          hint={t(`authority.no-delegations.${view}`)}
        />
      ) : null}
      <RowList aria-label={t('authority.delegations')}>
        {list.rows.map((row) => (
          <DelegationRow key={row.id} delegation={row} onRevoke={() => setRevoking(row.id)} />
        ))}
      </RowList>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('authority.more')}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={revoking !== null}
        title={t('authority.revoke')}
        confirmLabel={t('authority.revoke')}
        danger
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setRevoking(null)}
        onConfirm={() => revoking && revoke.mutate(revoking)}
      >
        {t('authority.revoke-explain')}
      </ConfirmDialog>
    </>
  );
}

function DelegationRow({ delegation, onRevoke }: { delegation: WireDelegation; onRevoke: () => void }) {
  const t = useT();
  const format = useFormat();
  const { person } = useSession();
  const mayManage = useMay('authority.manage');
  const { actionName, positionName, unitName } = useAuthorityNames();
  const { giver, delegate, state, limit, unitId, withoutEffect } = delegation;
  const living = state === 'in-force' || state === 'to-come';
  return (
    <li>
      <span>
        <Text fw={600} span>
          {t('authority.from-to', { giver: giver.name, delegate: delegate.name })}
        </Text>
        <Text size="sm">{delegation.actionIds.map(actionName).join(' · ')}</Text>
        <Text size="sm" c="dimmed">
          {[
            t(`authority.state.${state}`),
            t('authority.from-until', { from: format.date(delegation.from), until: format.date(delegation.until) }),
            limit ? t('authority.up-to', { amount: format.money(limit) }) : null,
            unitId ? unitName(unitId) : null,
            positionName(delegation.positionId),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {living && withoutEffect.length > 0 ? (
          <Text size="sm">{t('authority.without-effect', { actions: withoutEffect.map(actionName).join(' · ') })}</Text>
        ) : null}
        <UserText lines={2}>{delegation.reason}</UserText>
      </span>
      {living && (giver.id === person.id || mayManage) ? (
        <Button variant="default" size="compact-md" onClick={onRevoke}>
          {t('authority.revoke')}
        </Button>
      ) : null}
    </li>
  );
}
