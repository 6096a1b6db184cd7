// The short questions that whoever confirms having read must answer: each with its choices, of which one is right.
import { ActionIcon, Button, Group, Radio } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { v7 as uuidv7 } from 'uuid';
import type { DraftInput } from '#contract/knowledge.ts';
import { useT } from '#web/lib/i18n.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import classes from './knowledge.module.css';

const mostQuestions = 10;
const mostChoices = 6;
const choice = (right: boolean) => ({ id: uuidv7(), text: {}, right });

export function ControlQuestionsField() {
  const t = useT();
  const { control } = useFormContext<DraftInput>();
  const questions = useFieldArray({ control, name: 'questions', keyName: 'key' });
  return (
    <fieldset className={classes['fieldset']}>
      <legend>{t('receipt.questions')}</legend>
      <p className={classes['quiet']}>{t('receipt.questions-hint')}</p>
      {questions.fields.map((question, index) => (
        <QuestionFields key={question.key} index={index} onRemove={() => questions.remove(index)} />
      ))}
      {questions.fields.length < mostQuestions ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            questions.append({ id: uuidv7(), text: {}, choices: [choice(true), choice(false)], readAgain: null })
          }
        >
          {t('receipt.question-add')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function QuestionFields({ index, onRemove }: { index: number; onRemove: () => void }) {
  const t = useT();
  const { control } = useFormContext<DraftInput>();
  const choices = useFieldArray({ control, name: `questions.${index}.choices`, keyName: 'key' });
  const number = index + 1;
  return (
    <div className={classes['question-fields']} role="group" aria-label={t('receipt.question', { number })}>
      <LocaleTextField name={`questions.${index}.text`} label={t('receipt.question', { number })} required />
      <Controller
        control={control}
        name={`questions.${index}.choices`}
        render={({ field }) => (
          <Radio.Group
            label={t('receipt.choices')}
            description={t('receipt.choices-hint')}
            value={field.value.find(({ right }) => right)?.id ?? ''}
            onChange={(id) => field.onChange(field.value.map((one) => ({ ...one, right: one.id === id })))}
          >
            {choices.fields.map((one, at) => (
              <div key={one.key} className={classes['choice-fields']}>
                <Radio value={one.id} aria-label={t('receipt.choice-right', { number: at + 1 })} />
                <LocaleTextField
                  name={`questions.${index}.choices.${at}.text`}
                  label={t('receipt.choice', { number: at + 1 })}
                  required
                />
                {choices.fields.length > 2 ? (
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={t('receipt.choice-remove', { number: at + 1 })}
                    onClick={() => choices.remove(at)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                ) : null}
              </div>
            ))}
          </Radio.Group>
        )}
      />
      <LocaleTextField
        name={`questions.${index}.readAgain`}
        label={t('receipt.read-again')}
        hint={t('receipt.read-again-hint')}
      />
      <Group gap="xs">
        {choices.fields.length < mostChoices ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => choices.append(choice(false))}
          >
            {t('receipt.choice-add')}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          color="red"
          size="compact-md"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={onRemove}
        >
          {t('receipt.question-remove')}
        </Button>
      </Group>
    </div>
  );
}
