// What one must have read: what is still open, by due date, what was read, and for heads of units what their people have still to read.
import { Button, Text } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { KnowledgePlaces } from './knowledge-places.tsx';
import { useKnowledgeLive } from './use-knowledge.ts';

const route = getRouteApi('/shell/knowledge/to-read');
const views = ['open', 'read', 'my-people'] as const;

export function ToReadPage() {
  const t = useT();
  const { view = 'open' } = route.useSearch();
  const go = route.useNavigate();
  useKnowledgeLive();
  return (
    <Page title={t('receipt.to-read')} purpose={t('receipt.purpose')} width="reading" filters={<KnowledgePlaces />}>
      <WordFilter
        label={t('knowledge.view')}
        value={view}
        choices={views.map((value) => ({ value, label: t(`receipt.view.${value}`) }))}
        onChange={(next) => void go({ search: { view: next } })}
      />
      {view === 'my-people' ? <MyPeople /> : <Mine state={view} />}
    </Page>
  );
}

function Mine({ state }: { state: 'open' | 'read' }) {
  const list = usePaged(
    useInfiniteQuery(
      orpc.receipts.mine.infiniteOptions({
        input: (cursor: string | undefined) => ({ state, cursor, limit: 30 }),
        ...byCursor,
      }),
    ),
  );
  return <Receipts list={list} view={state} />;
}

function MyPeople() {
  const list = usePaged(
    useInfiniteQuery(
      orpc.receipts.ofMyPeople.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 30 }),
        ...byCursor,
      }),
    ),
  );
  return <Receipts list={list} view="my-people" />;
}

type Row = {
  documentId: string;
  kind: Parameters<typeof kindKey>[0];
  title: object;
  version: number;
  dueAt: string;
  readAt: string | null;
  person?: { id: string; name: string };
};
type ReceiptsProps = { list: ReturnType<typeof usePaged<Row>>; view: (typeof views)[number] };

function Receipts({ list, view }: ReceiptsProps) {
  const t = useT();
  const text = useLocaleText();
  if (list.waiting) return <RowsSkeleton rows={4} />;
  return (
    <>
      <ErrorNote error={list.error} retry={list.retry} />
      {!list.error && list.rows.length === 0 ? (
        <EmptyState icon={IconBookmark} title={t(`receipt.none.${view}`)} hint={t(`receipt.none.${view}-hint`)} />
      ) : null}
      <RowList aria-label={t('receipt.to-read')}>
        {list.rows.map((row) => (
          <li key={`${row.documentId} ${row.version} ${row.person?.id ?? ''}`}>
            <span>
              {row.person ? (
                <>
                  <bdi>{row.person.name}</bdi>
                  {' · '}
                </>
              ) : null}
              <PageLink to="/knowledge" search={{ document: row.documentId }}>
                <bdi>{text(row.title)}</bdi>
              </PageLink>
              <Text size="sm" c="dimmed">
                {t(kindKey(row.kind))} · {t('knowledge.version-number', { number: row.version })}
              </Text>
            </span>
            <Text span size="sm">
              {row.readAt ? (
                <>
                  {t('receipt.given')} <DateText value={row.readAt} />
                </>
              ) : (
                <>
                  {t('receipt.until')} <DateText value={row.dueAt} />
                </>
              )}
            </Text>
          </li>
        ))}
      </RowList>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('knowledge.more')}
        </Button>
      ) : null}
    </>
  );
}

function kindKey(
  kind: 'article' | 'procedure' | 'policy' | 'regulation' | 'objective' | 'responsibility' | 'step-sheet',
) {
  return `knowledge.kind.${kind}` as const;
}
