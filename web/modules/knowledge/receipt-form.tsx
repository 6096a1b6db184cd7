// "Read and understood": with the short questions of the document; after a wrong answer it is said which, and what to read again.
import { Alert, Button, Radio, Stack, Text, Title } from '@mantine/core';
import { IconBookmark, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import classes from './knowledge.module.css';
import { type Reading, refreshKnowledge } from './use-knowledge.ts';

type Receipt = NonNullable<Reading['receipt']>;
export type ReceiptFormProps = { documentId: string; version: number; receipt: Receipt };

export function ReceiptForm({ documentId, version, receipt }: ReceiptFormProps) {
  const t = useT();
  const text = useLocaleText();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [missing, setMissing] = useState(false);
  const giving = useMutation({
    mutationFn: () =>
      api.receipts.give({
        id: documentId,
        version,
        answers: Object.entries(chosen).map(([questionId, choiceId]) => ({ questionId, choiceId })),
      }),
    onSuccess: (answer) => (answer.read ? refreshKnowledge() : undefined),
  });
  if (receipt.readAt)
    return (
      <div className={classes['receipt']} data-read role="status">
        <IconCircleCheck aria-hidden />
        <Text fw={600}>
          {t('receipt.given')} <DateText value={receipt.readAt} show="date-time" />
        </Text>
      </div>
    );
  const wrong = new Map(
    giving.data?.read === false ? giving.data.wrong.map((one) => [one.questionId, one.readAgain] as const) : [],
  );

  function give(): void {
    if (receipt.questions.some(({ id }) => chosen[id] === undefined)) return setMissing(true);
    giving.mutate();
  }

  return (
    <section className={classes['receipt']} aria-labelledby="receipt-title">
      <Title order={3} size="h4" id="receipt-title">
        <IconBookmark size={20} aria-hidden /> {t('receipt.asked')}
      </Title>
      <Text>
        {t('receipt.until')} <DateText value={receipt.dueAt} />
      </Text>
      <Stack gap="md">
        {receipt.questions.map((question) => (
          <Radio.Group
            key={question.id}
            label={<span dir="auto">{text(question.text)}</span>}
            value={chosen[question.id] ?? ''}
            error={
              missing && chosen[question.id] === undefined
                ? faultText('required')
                : wrong.has(question.id)
                  ? t('receipt.wrong')
                  : undefined
            }
            onChange={(choice) => {
              setChosen((before) => ({ ...before, [question.id]: choice }));
              setMissing(false);
            }}
          >
            <Stack gap="xs" mt="xs">
              {question.choices.map((choice) => (
                <Radio key={choice.id} value={choice.id} label={<span dir="auto">{text(choice.text)}</span>} />
              ))}
            </Stack>
            {wrong.get(question.id) ? (
              <Text size="sm" mt={6}>
                {t('receipt.read-again')}: <bdi>{text(wrong.get(question.id))}</bdi>
              </Text>
            ) : null}
          </Radio.Group>
        ))}
        {wrong.size > 0 ? (
          <Alert role="alert" variant="light" color="yellow">
            {t('receipt.not-yet', { count: wrong.size })}
          </Alert>
        ) : null}
        <ErrorNote error={giving.error} />
        <div>
          <Button loading={giving.isPending} onClick={give}>
            {t('receipt.give')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}
