// What a version says, one language at a time, with the questions that whoever read it must answer.
import { Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { languageNames } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { RichTextView } from '#web/ui/rich-text/rich-text-view.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import classes from './knowledge.module.css';
import { StepList } from './step-list.tsx';
import { imageAddress, type Version } from './use-knowledge.ts';

export function VersionTexts({ version }: { version: Version }) {
  const t = useT();
  const text = useLocaleText();
  const own = useLanguage();
  const [wanted, setWanted] = useState(own);
  const shown = version.texts.find(({ language }) => language === wanted) ?? version.texts[0];
  if (!shown) return null;
  return (
    <Stack gap="md">
      {version.texts.length > 1 ? (
        <WordFilter
          label={t('knowledge.language')}
          value={shown.language}
          choices={version.texts.map(({ language }) => ({ value: language, label: languageNames[language] }))}
          onChange={setWanted}
        />
      ) : null}
      <article className={classes['article']} lang={shown.language}>
        <Title order={3} dir="auto">
          {shown.title || t('knowledge.untitled')}
        </Title>
        {shown.summary ? (
          <Text dir="auto" c="dimmed" mt={4} mb="md">
            {shown.summary}
          </Text>
        ) : null}
        <RichTextView value={shown.body} lang={shown.language} imageAddress={imageAddress} />
        {shown.steps.length > 0 ? <StepList steps={shown.steps} lang={shown.language} /> : null}
      </article>
      {version.questions.length > 0 ? (
        <section aria-labelledby="control-questions">
          <Title order={3} size="h4" id="control-questions" mb="xs">
            {t('receipt.questions')}
          </Title>
          <ol className={classes['control']}>
            {version.questions.map((question) => (
              <li key={question.id}>
                <bdi>{text(question.text)}</bdi>
                <ul>
                  {question.choices.map((choice) => (
                    <li key={choice.id} data-right={choice.right || undefined}>
                      <bdi>{text(choice.text)}</bdi>
                      {choice.right ? (
                        <span className={classes['right']}>
                          <IconCircleCheck size={16} aria-hidden /> {t('receipt.right-choice')}
                        </span>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </Stack>
  );
}
