// A question about a document with its answer; whoever may answer it can do so here.
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import classes from './knowledge.module.css';
import { type Question, type Reading, refreshKnowledge } from './use-knowledge.ts';

export type QuestionItemProps = {
  question: Question;
  steps?: Reading['steps'];
  /** Says what it is about, where that is not plain from the place. */
  withDocument?: boolean;
  mayAnswer?: boolean;
};

export function QuestionItem({ question, steps = [], withDocument, mayAnswer }: QuestionItemProps) {
  const t = useT();
  const text = useLocaleText();
  const [writing, setWriting] = useState(false);
  const step = steps.find(({ id }) => id === question.stepId);
  return (
    <article className={classes['question']}>
      {withDocument ? (
        <PageLink to="/knowledge" search={{ document: question.documentId }}>
          <bdi>{text(question.documentTitle)}</bdi>
        </PageLink>
      ) : null}
      <UserText>{question.text}</UserText>
      <Text size="sm" c="dimmed">
        {question.askedBy ? (
          <>
            <bdi>{question.askedBy.name}</bdi>
            {' · '}
          </>
        ) : null}
        <DateText value={question.askedAt} show="relative" />
        {step ? (
          <>
            {' · '}
            {t('knowledge.question-step')}: <bdi>{step.title}</bdi>
          </>
        ) : null}
      </Text>
      {question.answer ? (
        <div className={classes['answer']}>
          <UserText>{question.answer.text}</UserText>
          <Text size="sm" c="dimmed">
            {t('knowledge.answered-by')} <bdi>{question.answer.by?.name ?? ''}</bdi> ·{' '}
            <DateText value={question.answer.at} />
          </Text>
        </div>
      ) : null}
      {mayAnswer && !writing ? (
        <div>
          <Button variant={question.answer ? 'subtle' : 'default'} size="compact-md" onClick={() => setWriting(true)}>
            {t(question.answer ? 'knowledge.answer-anew' : 'knowledge.answer')}
          </Button>
        </div>
      ) : null}
      {writing ? <AnswerForm question={question} onDone={() => setWriting(false)} /> : null}
    </article>
  );
}

function AnswerForm({ question, onDone }: { question: Question; onDone: () => void }) {
  const t = useT();
  const [text, setText] = useState(question.answer?.text ?? '');
  const [missing, setMissing] = useState(false);
  const answering = useMutation({
    mutationFn: () => api.knowledge.answerQuestion({ id: question.id, text: text.trim() }),
    onSuccess: async () => {
      onDone();
      await refreshKnowledge();
    },
  });
  return (
    <Stack gap="sm">
      <Textarea
        label={t('knowledge.answer-text')}
        description={t('knowledge.answer-hint')}
        autosize
        minRows={2}
        maxLength={5000}
        attributes={writtenDirection(text)}
        value={text}
        error={missing ? faultText('required') : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <ErrorNote error={answering.error} />
      <div>
        <Button
          loading={answering.isPending}
          onClick={() => (text.trim() === '' ? setMissing(true) : answering.mutate())}
        >
          {t('knowledge.answer-send')}
        </Button>
      </div>
    </Stack>
  );
}
