// What the matrix answers: whether the reader may, if not why not, and who may; below it the reader's decision can be recorded.
import { Alert, Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconCheck, IconGavel, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { refreshAuthority, useAuthorityNames, useRuleWords } from './use-authority.ts';
import type { WireTest } from './wire.ts';

type ResultProps = {
  result: WireTest;
  question: Parameters<typeof api.authority.test>[0];
  hasAmount: boolean;
  onRecorded: () => void;
};

const look = {
  within: { color: 'green', icon: IconCheck },
  override: { color: 'yellow', icon: IconGavel },
  refused: { color: 'red', icon: IconX },
} as const;

export function TestResult({ result, question, hasAmount, onRecorded }: ResultProps) {
  const t = useT();
  const words = useRuleWords();
  const { positionName } = useAuthorityNames();
  if (!result.governed)
    return (
      <Alert variant="light" color="gray" role="status">
        {t('authority.not-governed')}
      </Alert>
    );
  const { color, icon: Icon } = look[result.verdict];
  return (
    <Stack>
      <Alert variant="light" color={color} role="status" icon={<Icon size={18} aria-hidden />}>
        <Text fw={500}>{t(`authority.you.${result.verdict}`)}</Text>
        {result.faults.length > 0 ? (
          <Text size="sm">{result.faults.map((fault) => t(`authority.finding.${fault}`)).join(' · ')}</Text>
        ) : null}
      </Alert>
      <section aria-labelledby="authority-who">
        <Title order={2} size="h4" id="authority-who">
          {t('authority.who')}
        </Title>
        {result.who.length === 0 ? <Text c="dimmed">{t('authority.nobody')}</Text> : null}
        <RowList aria-label={t('authority.who')}>
          {result.who.map(({ person, basis }) => (
            <li key={person.id}>
              <span>
                <bdi>{person.name}</bdi>
                <Text size="sm" c="dimmed">
                  {positionName(basis.positionId)}
                  {basis.giver ? ` · ${t('authority.delegated-by', { name: basis.giver.name })}` : ''}
                </Text>
              </span>
              <Text span size="sm">
                {words.limit(basis, hasAmount)}
              </Text>
            </li>
          ))}
        </RowList>
      </section>
      {question.reference ? (
        <RecordDecision
          verdict={result.verdict}
          question={{ ...question, reference: question.reference }}
          onRecorded={onRecorded}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('authority.record-hint')}
        </Text>
      )}
    </Stack>
  );
}

type RecordProps = {
  verdict: WireTest['verdict'];
  question: ResultProps['question'] & { reference: string };
  onRecorded: () => void;
};

function RecordDecision({ verdict, question, onRecorded }: RecordProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const record = useMutation({
    mutationFn: () => {
      const { action, amount, unitId, reference, requestedBy } = question;
      return api.authority.decide({ action, amount, unitId, reference, requestedBy, reason: reason.trim() || null });
    },
    onSuccess: () => {
      notifications.show({ message: t('authority.recorded') });
      onRecorded();
    },
    // A refusal is on record too.
    onSettled: () => void refreshAuthority(),
  });
  return (
    <section aria-labelledby="authority-record">
      <Stack>
        <Title order={2} size="h4" id="authority-record">
          {t('authority.record')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('authority.record-explain')}
        </Text>
        {verdict === 'override' ? (
          <Textarea
            label={t('authority.reason')}
            description={t('authority.reason-hint')}
            autosize
            minRows={2}
            withAsterisk
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <ErrorNote error={record.error} />
        <div>
          <Button variant="default" loading={record.isPending} onClick={() => record.mutate()}>
            {t('authority.record')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}
