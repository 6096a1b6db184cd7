// The library: documents filtered by words, kind, topic and state, and the open one beside them to be read and cared for.
import { Button } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { DocumentPane } from './document-pane.tsx';
import { DocumentRow } from './document-row.tsx';
import { KnowledgePlaces } from './knowledge-places.tsx';
import { LibraryFilters } from './library-filters.tsx';
import type { LibrarySearch } from './library-search.ts';
import { NewDocumentDialog } from './new-document-dialog.tsx';
import { documentQuery, useKnowledgeLive } from './use-knowledge.ts';
import classes from './knowledge.module.css';

const route = getRouteApi('/shell/knowledge');

export function LibraryPage() {
  const t = useT();
  const text = useLocaleText();
  const mayWrite = useMay('knowledge.write');
  const search = route.useSearch();
  const go = route.useNavigate();
  const [adding, setAdding] = useState(false);
  useKnowledgeLive();
  const { q, kind, state, topic, only, document: openId } = search;
  const list = usePaged(
    useInfiniteQuery(
      orpc.knowledge.listDocuments.infiniteOptions({
        input: (cursor: string | undefined) => ({
          q,
          kind,
          state,
          topicId: topic,
          ...(only === 'mine' ? { owner: 'me' as const } : {}),
          ...(only === 'review-due' ? { reviewDue: 'yes' as const } : {}),
          cursor,
          limit: 40,
        }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
  const open = useQuery({ ...documentQuery(openId ?? ''), enabled: openId !== undefined });
  const filtered = Boolean(q || kind || state || topic || only);
  const show = (change: Partial<LibrarySearch>) => void go({ search: (before) => present({ ...before, ...change }) });
  const close = () => show({ document: undefined, view: undefined, version: undefined, language: undefined });

  function detail(): Detail | null {
    if (!openId) return null;
    if (open.error) return { id: openId, title: t('knowledge.document'), content: <ErrorNote error={open.error} /> };
    if (!open.data) return { id: openId, title: t('knowledge.document'), content: <RowsSkeleton rows={5} /> };
    return {
      id: openId,
      title: <bdi>{text(open.data.title)}</bdi>,
      content: <DocumentPane key={openId} document={open.data} search={search} onShow={show} onGone={close} />,
    };
  }

  return (
    <Page
      title={t('knowledge.title')}
      purpose={t('knowledge.purpose')}
      action={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('knowledge.add')}
          </Button>
        ) : null
      }
      filters={<KnowledgePlaces />}
    >
      <ListAndDetail detail={detail()} onClose={close} room="most">
        <LibraryFilters search={search} onShow={show} narrow={openId !== undefined} />
        <ErrorNote error={list.error} retry={list.retry} />
        {list.waiting ? <RowsSkeleton /> : null}
        {!list.waiting && !list.error && list.rows.length === 0 ? (
          <EmptyState
            icon={IconBooks}
            title={t(filtered ? 'knowledge.nothing-found' : 'knowledge.empty')}
            hint={t(
              filtered ? 'knowledge.nothing-found-hint' : mayWrite ? 'knowledge.empty-write' : 'knowledge.empty-hint',
            )}
            action={
              filtered ? (
                <Button variant="default" onClick={() => void go({ search: openId ? { document: openId } : {} })}>
                  {t('knowledge.filters-clear')}
                </Button>
              ) : null
            }
          />
        ) : null}
        <ul className={classes['list']} aria-label={t('knowledge.library')}>
          {list.rows.map((row) => (
            <li key={row.id}>
              <DocumentRow
                document={row}
                open={row.id === openId}
                onOpen={() => show({ document: row.id, view: undefined, version: undefined, language: undefined })}
              />
            </li>
          ))}
        </ul>
        {list.hasMore ? (
          <Button variant="default" mt="sm" onClick={list.more}>
            {t('knowledge.more')}
          </Button>
        ) : null}
      </ListAndDetail>
      {adding ? <NewDocumentDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function present(search: Partial<LibrarySearch>): LibrarySearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as LibrarySearch;
}
