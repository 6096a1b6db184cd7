// Findings: counted by unit and action for whoever directs; as lists only one's own and those of the people who answer to one.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { FindingFigures } from './finding-figures.tsx';
import { FindingPane } from './finding-pane.tsx';
import { useAuthorityLive, useAuthorityNames } from './use-authority.ts';
import { findingViews } from './views.ts';

const route = getRouteApi('/shell/authority/findings');

export function FindingsPage() {
  const t = useT();
  const mayReadFigures = useMay('authority.read-figures');
  const { view: wanted, finding } = route.useSearch();
  const views = findingViews.filter((one) => one !== 'figures' || mayReadFigures);
  const view = views.find((one) => one === wanted) ?? views[0] ?? 'mine';
  const go = route.useNavigate();
  useAuthorityLive();
  return (
    <Page
      title={t('authority.findings')}
      purpose={t('authority.findings-purpose')}
      filters={
        <SegmentedControl
          aria-label={t('authority.view')}
          value={view}
          data={views.map((value) => ({ value, label: t(`authority.findings.${value}`) }))}
          onChange={(chosen) => void go({ search: { view: findingViews.find((one) => one === chosen) } })}
        />
      }
    >
      {view === 'figures' ? (
        <FindingFigures />
      ) : (
        <Findings
          key={view}
          view={view}
          openId={finding}
          onOpen={(id) => void go({ search: { view, ...(id ? { finding: id } : {}) } })}
        />
      )}
    </Page>
  );
}

type FindingsProps = {
  view: 'mine' | 'people';
  openId: string | undefined;
  onOpen: (id: string | null) => void;
};

function Findings({ view, openId, onOpen }: FindingsProps) {
  const t = useT();
  const { ready, actionName, unitName } = useAuthorityNames();
  const list = usePaged(
    useInfiniteQuery(
      orpc.authority.listFindings.infiniteOptions({
        input: (cursor: string | undefined) => ({ view, cursor, limit: 30 }),
        ...byCursor,
      }),
    ),
  );
  if (list.waiting || (!ready && !list.error)) return <RowsSkeleton rows={4} />;
  const detail = openId
    ? { id: openId, title: t('authority.the-finding'), content: <FindingPane key={openId} id={openId} /> }
    : null;
  return (
    <ListAndDetail detail={detail} onClose={() => onOpen(null)}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('authority.looks-recorded')}
      </Text>
      <ErrorNote error={list.error} retry={list.retry} />
      {!list.error && list.rows.length === 0 ? (
        <EmptyState
          icon={IconListSearch}
          title={t('authority.no-findings')}
          hint={t(`authority.no-findings.${view}`)}
        />
      ) : null}
      {list.rows.map((row) => (
        <OpenRow key={row.id} open={row.id === openId} onOpen={() => onOpen(row.id)}>
          <Text span fw={600}>
            {t(`authority.finding.${row.type}`)} · <bdi>{actionName(row.actionId)}</bdi>
          </Text>
          <Text span size="sm" c="dimmed" display="block">
            <bdi>{unitName(row.unitId)}</bdi> · <DateText value={row.at} /> · {t(`authority.verdict.${row.verdict}`)} ·{' '}
            {t(row.answered ? `authority.answered.${row.answered}` : 'authority.unanswered')}
          </Text>
        </OpenRow>
      ))}
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('authority.more')}
        </Button>
      ) : null}
    </ListAndDetail>
  );
}
