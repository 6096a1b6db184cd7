// What changed against the version in force before: word by word, marked by line and colour and said to screen readers.
import { Stack, Text, Title } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { languageNames } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import classes from './knowledge.module.css';

type Part = { change: 'same' | 'added' | 'removed'; text: string };

export function ComparisonView({ documentId, version }: { documentId: string; version: number }) {
  const t = useT();
  const own = useLanguage();
  const [wanted, setWanted] = useState(own);
  const query = useQuery(orpc.knowledge.compareVersions.queryOptions({ input: { id: documentId, version } }));
  if (query.isPending) return <TextSkeleton lines={8} />;
  if (!query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  const { from, texts, fields } = query.data;
  const shown = texts.find(({ language }) => language === wanted) ?? texts[0];
  const paragraphs = shown?.paragraphs ?? [];
  const changed = (parts: readonly Part[]) => parts.some(({ change }) => change !== 'same');
  const nothing = shown && !changed(shown.title) && !changed(shown.summary) && !paragraphs.some(changed);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {from === null ? t('knowledge.nothing-before') : t('knowledge.against', { number: from })}{' '}
        {fields.map((field) => t(`knowledge.changed.${field}`)).join(' ')}
      </Text>
      {texts.length > 1 && shown ? (
        <WordFilter
          label={t('knowledge.language')}
          value={shown.language}
          choices={texts.map(({ language }) => ({ value: language, label: languageNames[language] }))}
          onChange={setWanted}
        />
      ) : null}
      {nothing ? (
        <EmptyState icon={IconEqual} title={t('knowledge.no-change')} hint={t('knowledge.no-change-hint')} />
      ) : null}
      {shown && !nothing ? (
        <div className={classes['compared']} lang={shown.language} dir={shown.language === 'en' ? 'ltr' : 'rtl'}>
          <Title order={3}>
            <Parts parts={shown.title} />
          </Title>
          {shown.summary.length > 0 ? (
            <p>
              <Parts parts={shown.summary} />
            </p>
          ) : null}
          {paragraphs.map((parts, index) => (
            // A comparison is drawn once and never changes its order.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={index} dir="auto">
              <Parts parts={parts} />
            </p>
          ))}
        </div>
      ) : null}
    </Stack>
  );
}

function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ change, text }, index) => {
    const Mark = { same: 'span', added: 'ins', removed: 'del' }[change] as 'span' | 'ins' | 'del';
    // oxlint-disable-next-line react/no-array-index-key
    return <Mark key={index}>{text}</Mark>;
  });
}
