// Below a document: questions that its owner answered, and the place to ask one.
import { Button, Select, Stack, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import { notifications } from '#web/lib/notices.ts';
import classes from './knowledge.module.css';
import { QuestionItem } from './question-item.tsx';
import { type Reading, refreshKnowledge } from './use-knowledge.ts';

export function AnsweredQuestions({ documentId, steps }: { documentId: string; steps: Reading['steps'] }) {
  const t = useT();
  const answered = useQuery(
    orpc.knowledge.listQuestions.queryOptions({ input: { documentId, state: 'answered', limit: 50 } }),
  );
  return (
    <section aria-labelledby="questions-title">
      <Title order={3} size="h4" id="questions-title" mb="xs">
        {t('knowledge.questions')}
      </Title>
      {answered.data && answered.data.items.length > 0 ? (
        <ul className={classes['list']}>
          {answered.data.items.map((question) => (
            <li key={question.id}>
              <QuestionItem question={question} steps={steps} />
            </li>
          ))}
        </ul>
      ) : null}
      <ErrorNote error={answered.error} />
      <AskForm documentId={documentId} steps={steps} />
    </section>
  );
}

function AskForm({ documentId, steps }: { documentId: string; steps: Reading['steps'] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [stepId, setStepId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const asking = useMutation({
    mutationFn: () => api.knowledge.askQuestion({ id: documentId, text: text.trim(), stepId }),
    onSuccess: async () => {
      setText('');
      setStepId(null);
      setOpen(false);
      notifications.show({ message: t('knowledge.question-asked') });
      await refreshKnowledge();
    },
  });
  if (!open)
    return (
      <Button variant="default" mt="xs" onClick={() => setOpen(true)}>
        {t('knowledge.ask')}
      </Button>
    );
  return (
    <Stack gap="sm" mt="xs">
      {steps.length > 0 ? (
        <Select
          label={t('knowledge.question-step')}
          clearable
          placeholder={t('knowledge.question-whole')}
          data={steps.map(({ id, title }) => ({ value: id, label: title }))}
          value={stepId}
          onChange={setStepId}
        />
      ) : null}
      <Textarea
        label={t('knowledge.question')}
        description={t('knowledge.question-hint')}
        autosize
        minRows={2}
        maxLength={2000}
        attributes={writtenDirection(text)}
        value={text}
        error={missing ? faultText('required') : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <ErrorNote error={asking.error} />
      <div>
        <Button loading={asking.isPending} onClick={() => (text.trim() === '' ? setMissing(true) : asking.mutate())}>
          {t('knowledge.ask-owner')}
        </Button>
      </div>
    </Stack>
  );
}
