// The steps of a step sheet in one language; order and number are those of all languages.
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { v7 as uuidv7 } from 'uuid';
import type { Language } from '#contract/common.ts';
import type { DraftInput } from '#contract/knowledge.ts';
import { languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { TextField } from '#web/ui/form/text-field.tsx';
import { RichTextField } from '#web/ui/rich-text/rich-text-field.tsx';
import classes from './knowledge.module.css';
import { imageAddress } from './use-knowledge.ts';

type DraftText = DraftInput['texts'][number];
type Step = DraftText['steps'][number];

export function StepsField({ index, language }: { index: number; language: Language }) {
  const t = useT();
  const { setValue } = useFormContext<DraftInput>();
  const texts = (useWatch<DraftInput>({ name: 'texts' }) ?? []) as DraftText[];
  const steps = texts[index]?.steps ?? [];
  const inAll = (change: (steps: Step[]) => Step[]) =>
    setValue(
      'texts',
      texts.map((one) => ({ ...one, steps: change(one.steps) })),
      { shouldDirty: true },
    );
  const move = (id: string, by: 1 | -1) =>
    inAll((all) => {
      const from = all.findIndex((one) => one.id === id);
      const step = all[from];
      return step ? all.toSpliced(from, 1).toSpliced(from + by, 0, step) : all;
    });
  return (
    <fieldset className={classes['fieldset']}>
      <legend>{`${t('knowledge.steps')} (${languageNames[language]})`}</legend>
      <ol className={classes['step-fields']}>
        {steps.map((step, at) => {
          const name = `texts.${index}.steps.${at}` as const;
          return (
            <li key={step.id}>
              <TextField
                name={`${name}.title`}
                label={t('knowledge.step', { number: at + 1 })}
                required
                maxLength={300}
              />
              <RichTextField
                name={`${name}.body`}
                label={t('knowledge.step-body', { number: at + 1 })}
                language={language}
                imageAddress={imageAddress}
              />
              <TextField
                name={`${name}.check`}
                label={t('knowledge.step-check-of', { number: at + 1 })}
                hint={t('knowledge.step-check-hint')}
                maxLength={300}
              />
              <Group gap={4}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('knowledge.step-up', { number: at + 1 })}
                  disabled={at === 0}
                  onClick={() => move(step.id, -1)}
                >
                  <IconArrowUp size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('knowledge.step-down', { number: at + 1 })}
                  disabled={at === steps.length - 1}
                  onClick={() => move(step.id, 1)}
                >
                  <IconArrowDown size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('knowledge.step-remove', { number: at + 1 })}
                  onClick={() => inAll((all) => all.filter((one) => one.id !== step.id))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          );
        })}
      </ol>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          const id = uuidv7();
          inAll((all) => [...all, { id, title: '', body: null, check: null }]);
        }}
      >
        {t('knowledge.step-add')}
      </Button>
    </fieldset>
  );
}
