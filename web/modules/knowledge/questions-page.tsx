// Questions about documents: those I have to answer, those I asked, and for whoever cares for all knowledge all open ones.
import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { KnowledgePlaces } from './knowledge-places.tsx';
import classes from './knowledge.module.css';
import { QuestionItem } from './question-item.tsx';
import { useKnowledgeLive } from './use-knowledge.ts';

const route = getRouteApi('/shell/knowledge/questions');
type View = 'to-answer' | 'asked' | 'all';

export function QuestionsPage() {
  const t = useT();
  const manages = useMay('knowledge.manage');
  const writes = useMay('knowledge.write');
  const { view: wanted } = route.useSearch();
  const go = route.useNavigate();
  useKnowledgeLive();
  const views: readonly View[] = [
    ...(writes || manages ? (['to-answer'] as const) : []),
    'asked',
    ...(manages ? (['all'] as const) : []),
  ];
  const view = views.find((one) => one === wanted) ?? views[0] ?? 'asked';
  const list = usePaged(
    useInfiniteQuery(
      orpc.knowledge.listQuestions.infiniteOptions({
        input: (cursor: string | undefined) => ({
          ...(view === 'to-answer' ? { mine: view, state: 'open' as const } : {}),
          ...(view === 'asked' ? { mine: view } : {}),
          ...(view === 'all' ? { state: 'open' as const } : {}),
          cursor,
          limit: 30,
        }),
        ...byCursor,
      }),
    ),
  );
  return (
    <Page
      title={t('knowledge.questions')}
      purpose={t('knowledge.questions-purpose')}
      width="reading"
      filters={<KnowledgePlaces />}
    >
      {views.length > 1 ? (
        <WordFilter
          label={t('knowledge.view')}
          value={view}
          choices={views.map((value) => ({ value, label: t(`knowledge.questions.${value}`) }))}
          onChange={(next) => void go({ search: { view: next } })}
        />
      ) : null}
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton rows={4} /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        <EmptyState
          icon={IconMessageQuestion}
          title={t(`knowledge.questions.${view}.none`)}
          hint={t(`knowledge.questions.${view}.none-hint`)}
        />
      ) : null}
      <ul className={classes['list']} aria-label={t('knowledge.questions')}>
        {list.rows.map((question) => (
          <li key={question.id}>
            <QuestionItem question={question} withDocument mayAnswer={view !== 'asked'} />
          </li>
        ))}
      </ul>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('knowledge.more')}
        </Button>
      ) : null}
    </Page>
  );
}
