// The version in force to be read: in the reader's language or the nearest, with the receipt, what others asked, and whether it helped.
import { Stack, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { Language } from '#contract/common.ts';
import { languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RichTextView } from '#web/ui/rich-text/rich-text-view.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { AnsweredQuestions } from './answered-questions.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import classes from './knowledge.module.css';
import { ReceiptForm } from './receipt-form.tsx';
import { StepList } from './step-list.tsx';
import { imageAddress, type KnowledgeDocument, useReading } from './use-knowledge.ts';

export type ReadViewProps = {
  document: KnowledgeDocument;
  language: Language | undefined;
  onLanguage: (language: Language) => void;
};

export function ReadView({ document, language, onLanguage }: ReadViewProps) {
  const t = useT();
  const text = useLocaleText();
  const query = useReading(document.id, language);
  if (query.isPending) return <TextSkeleton lines={10} />;
  if (isProblem(query.error) && query.error.status === 404)
    return (
      <EmptyState
        icon={IconFileText}
        title={t(document.retiredAt ? 'knowledge.no-longer' : 'knowledge.not-in-force')}
        hint={t(document.retiredAt ? 'knowledge.no-longer-hint' : 'knowledge.not-in-force-hint')}
      />
    );
  if (!query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  const reading = query.data;
  return (
    <Stack gap="lg">
      {reading.languages.length > 1 ? (
        <WordFilter
          label={t('knowledge.language')}
          value={reading.language}
          choices={reading.languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={onLanguage}
        />
      ) : null}
      {reading.language !== reading.asked ? (
        <Text className={classes['notice'] ?? ''}>
          {t('knowledge.other-language', {
            asked: languageNames[reading.asked],
            given: languageNames[reading.language],
          })}
        </Text>
      ) : null}
      <article className={classes['article']} lang={reading.language}>
        {/* Where the heading above gives it in another language, or not at all. */}
        {reading.title === text(document.title) ? null : (
          <Title order={3} dir="auto">
            {reading.title}
          </Title>
        )}
        {reading.summary ? (
          <Text dir="auto" c="dimmed" mt={4} mb="md">
            {reading.summary}
          </Text>
        ) : null}
        <RichTextView value={reading.body} lang={reading.language} imageAddress={imageAddress} />
        {reading.steps.length > 0 ? <StepList steps={reading.steps} lang={reading.language} /> : null}
      </article>
      {reading.changeNote ? (
        <section className={classes['notice']} aria-label={t('knowledge.change-note')}>
          <Text fw={600}>{t('knowledge.change-note')}</Text>
          <UserText>{reading.changeNote}</UserText>
        </section>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('knowledge.version-number', { number: reading.version })} · {t('knowledge.in-force-since')}{' '}
        <DateText value={reading.inForceFrom} /> · {t('knowledge.owner')} <bdi>{reading.owner.name}</bdi>
        {reading.nextReviewOn ? (
          <>
            {' '}
            · {t('knowledge.next-review')} <DateText value={reading.nextReviewOn} />
          </>
        ) : null}
      </Text>
      {reading.receipt ? (
        <ReceiptForm
          key={reading.version}
          documentId={reading.id}
          version={reading.version}
          receipt={reading.receipt}
        />
      ) : null}
      <AnsweredQuestions documentId={reading.id} steps={reading.steps} />
      <FeedbackForm key={`${reading.id} ${reading.version}`} reading={reading} />
    </Stack>
  );
}
