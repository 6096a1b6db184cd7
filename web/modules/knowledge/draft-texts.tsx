// The texts of a draft, two languages side by side where there is room, each with how far it is written.
import { Button, Select, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDashed, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Language } from '#contract/common.ts';
import type { DraftInput } from '#contract/knowledge.ts';
import { isEmptyRichText } from '#kernel/rich-text/is-empty.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { ProseField, TextField } from '#web/ui/form/text-field.tsx';
import { RichTextField } from '#web/ui/rich-text/rich-text-field.tsx';
import { emptyRichText } from '#web/ui/rich-text/rich-text-input.tsx';
import classes from './knowledge.module.css';
import { StepsField } from './steps-field.tsx';
import { imageAddress } from './use-knowledge.ts';

type DraftText = DraftInput['texts'][number];
type Progress = 'none' | 'begun' | 'written';

export function DraftTexts({ withSteps }: { withSteps: boolean }) {
  const t = useT();
  const texts = (useWatch<DraftInput>({ name: 'texts' }) ?? []) as DraftText[];
  const first = texts[0]?.language ?? 'ar';
  const [shown, setShown] = useState<[Language, Language]>([
    first,
    texts[1]?.language ?? languages.find((one) => one !== first) ?? 'en',
  ]);
  return (
    <section aria-label={t('knowledge.texts')}>
      <ul className={classes['progress']} aria-label={t('knowledge.texts-state')}>
        {languages.map((language) => {
          const progress = progressOf(
            texts.find((one) => one.language === language),
            withSteps,
          );
          const Icon = { none: IconCircleDashed, begun: IconCircle, written: IconCircleCheck }[progress];
          return (
            <li key={language} data-progress={progress}>
              <Icon size={16} aria-hidden />
              {t(`knowledge.text.${progress}`, { language: languageNames[language] })}
            </li>
          );
        })}
      </ul>
      <div className={classes['side-by-side']}>
        {shown.map((language, side) => (
          // oxlint-disable-next-line react/no-array-index-key -- two places
          <div key={side} className={classes['side']}>
            <Select
              aria-label={t(side === 0 ? 'knowledge.language' : 'knowledge.language-beside')}
              allowDeselect={false}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
              value={language}
              onChange={(value) => {
                const next = (value ?? language) as Language;
                // Never the same on both sides: they change places.
                setShown((before) => {
                  const other = before[1 - side] as Language;
                  const beside = other === next ? language : other;
                  return side === 0 ? [next, beside] : [beside, next];
                });
              }}
            />
            <OneText key={language} language={language} withSteps={withSteps} />
          </div>
        ))}
      </div>
    </section>
  );
}

function OneText({ language, withSteps }: { language: Language; withSteps: boolean }) {
  const t = useT();
  const { setValue } = useFormContext<DraftInput>();
  const texts = (useWatch<DraftInput>({ name: 'texts' }) ?? []) as DraftText[];
  const index = texts.findIndex((one) => one.language === language);
  const put = (next: DraftText[]) => setValue('texts', next, { shouldDirty: true });
  if (index < 0)
    return (
      <div className={classes['not-begun']}>
        <Text c="dimmed">{t('knowledge.not-in-language', { language: languageNames[language] })}</Text>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            put([
              ...texts,
              {
                language,
                title: '',
                summary: '',
                body: emptyRichText,
                // A step is the same step in every language.
                steps: (texts[0]?.steps ?? []).map(({ id, title }) => ({ id, title, body: null, check: null })),
              },
            ])
          }
        >
          {t('knowledge.write-in', { language: languageNames[language] })}
        </Button>
      </div>
    );
  const name = `texts.${index}` as const;
  const label = (words: string) => `${words} (${languageNames[language]})`;
  return (
    <>
      <TextField name={`${name}.title`} label={label(t('knowledge.document-title'))} required maxLength={200} />
      <ProseField
        name={`${name}.summary`}
        label={label(t('knowledge.summary'))}
        hint={t('knowledge.summary-hint')}
        rows={2}
        maxLength={500}
      />
      <RichTextField
        name={`${name}.body`}
        label={label(t(withSteps ? 'knowledge.introduction' : 'knowledge.text'))}
        language={language}
        imageAddress={imageAddress}
      />
      {withSteps ? <StepsField index={index} language={language} /> : null}
      {texts.length > 1 ? (
        <div>
          <Button
            variant="subtle"
            color="red"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => put(texts.filter((one) => one.language !== language))}
          >
            {t('knowledge.remove-language', { language: languageNames[language] })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function progressOf(text: DraftText | undefined, withSteps: boolean): Progress {
  if (!text) return 'none';
  const says = withSteps
    ? text.steps.length > 0 && text.steps.every(({ title }) => title.trim() !== '')
    : !isEmptyRichText(text.body);
  return text.title.trim() !== '' && says ? 'written' : 'begun';
}
