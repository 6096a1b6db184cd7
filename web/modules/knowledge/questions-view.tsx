// All questions about one document: open ones first, to be answered by whoever cares for it.
import { Stack } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { useSession } from '#web/lib/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './knowledge.module.css';
import { QuestionItem } from './question-item.tsx';
import type { KnowledgeDocument } from './use-knowledge.ts';

export function QuestionsView({ document }: { document: KnowledgeDocument }) {
  const t = useT();
  const manages = useMay('knowledge.manage');
  const isOwner = useSession().person.id === document.owner.id;
  const query = useQuery(orpc.knowledge.listQuestions.queryOptions({ input: { documentId: document.id, limit: 100 } }));
  if (query.isPending) return <RowsSkeleton rows={3} />;
  const questions = (query.data?.items ?? []).toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
  return (
    <Stack>
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.data && questions.length === 0 ? (
        <EmptyState
          icon={IconMessageQuestion}
          title={t('knowledge.no-questions')}
          hint={t('knowledge.no-questions-hint')}
        />
      ) : null}
      <ul className={classes['list']} aria-label={t('knowledge.questions')}>
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionItem question={question} mayAnswer={manages || isOwner} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
