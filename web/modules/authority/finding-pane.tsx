// One finding with its person, amount and words. Opening it is a look, which is kept; the head answers here.
import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { AnswerKind } from '#contract/authority.ts';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { useAuthorityNames } from './use-authority.ts';
import type { WireDetail } from './wire.ts';

export function FindingPane({ id }: { id: string }) {
  const t = useT();
  // A look is a look once: not each time that the window comes to the front, nor with every live event.
  const options = {
    queryKey: ['authority-look', id],
    queryFn: () => api.authority.look({ id }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  };
  const query = useQuery(options);
  if (query.isPending) return <TextSkeleton lines={6} />;
  if (!query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  return (
    <Stack>
      <FindingFacts detail={query.data} />
      {query.data.answers.length > 0 ? (
        <section aria-labelledby="finding-answers">
          <Title order={3} size="h4" id="finding-answers">
            {t('authority.answers')}
          </Title>
          {query.data.answers.map((answer) => (
            <div key={`${answer.by.id} ${String(answer.at)}`}>
              <Text size="sm" c="dimmed">
                <bdi>{answer.by.name}</bdi> · {t(`authority.answered.${answer.kind}`)} · <DateText value={answer.at} />
              </Text>
              <UserText>{answer.words}</UserText>
            </div>
          ))}
        </section>
      ) : null}
      {query.data.mayAnswer ? (
        <AnswerForm id={id} onAnswered={(detail) => queryClient.setQueryData(options.queryKey, detail)} />
      ) : null}
      <Looks looks={query.data.looks} />
    </Stack>
  );
}

function FindingFacts({ detail }: { detail: WireDetail }) {
  const t = useT();
  const format = useFormat();
  const { actionName, unitName } = useAuthorityNames();
  return (
    <Facts>
      <Fact term={t('authority.type')}>{t(`authority.finding.${detail.type}`)}</Fact>
      <Fact term={t('authority.meaning')}>{t(`authority.finding-meaning.${detail.type}`)}</Fact>
      <Fact term={t('authority.action')}>
        <bdi>{actionName(detail.actionId)}</bdi>
      </Fact>
      <Fact term={t('authority.decided-by')}>
        <bdi>{detail.person.name}</bdi>
      </Fact>
      {detail.delegatedBy ? (
        <Fact term={t('authority.authority-of')}>
          <bdi>{detail.delegatedBy.name}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('authority.unit')}>
        <bdi>{unitName(detail.unitId)}</bdi>
      </Fact>
      {detail.amount ? <Fact term={t('authority.amount')}>{format.money(detail.amount)}</Fact> : null}
      {detail.limit ? <Fact term={t('authority.limit')}>{format.money(detail.limit)}</Fact> : null}
      <Fact term={t('authority.subject')}>
        {detail.subject.type === 'case' ? (
          <PageLink to="/cases/$caseId" params={{ caseId: detail.subject.id }}>
            {t('authority.the-case')}
          </PageLink>
        ) : (
          <Ltr>{detail.subject.id}</Ltr>
        )}
      </Fact>
      {detail.requestedBy ? (
        <Fact term={t('authority.requested-by')}>
          <bdi>{detail.requestedBy.name}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('authority.verdict')}>{t(`authority.verdict.${detail.verdict}`)}</Fact>
      {detail.reason ? (
        <Fact term={t('authority.reason')}>
          <UserText>{detail.reason}</UserText>
        </Fact>
      ) : null}
      <Fact term={t('authority.when')}>
        <DateText value={detail.at} show="date-time" />
      </Fact>
    </Facts>
  );
}

const Answer = z.object({ kind: AnswerKind, words: Prose });

function AnswerForm({ id, onAnswered }: { id: string; onAnswered: (detail: WireDetail) => void }) {
  const t = useT();
  const form = useZodForm(Answer, { kind: 'explained', words: '' });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        onAnswered(await api.authority.answer({ id, ...values }));
        form.reset();
        await queryClient.invalidateQueries({ queryKey: orpc.authority.listFindings.key() });
      }}
    >
      <RadioField
        name="kind"
        label={t('authority.answer')}
        choices={AnswerKind.options.map((value) => ({
          value,
          label: t(`authority.answered.${value}`),
          hint: t(`authority.answer-hint.${value}`),
        }))}
      />
      <ProseField name="words" label={t('authority.answer-words')} rows={3} required />
      <SubmitButton>{t('authority.send-answer')}</SubmitButton>
    </Form>
  );
}

function Looks({ looks }: { looks: WireDetail['looks'] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (looks.length === 0) return null;
  return (
    <section>
      <Button variant="transparent" px={0} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('authority.looks', { count: looks.length })}
      </Button>
      {open
        ? looks.map((look) => (
            <Text key={`${look.by.id} ${String(look.at)}`} size="sm">
              <bdi>{look.by.name}</bdi> · <DateText value={look.at} show="date-time" />
            </Text>
          ))
        : null}
    </section>
  );
}
