// What was filled in, under the labels of the version that asked.
import type { FileView } from '#contract/common.ts';
import type { FormVersion } from '#contract/forms.ts';
import { formatMoney } from '#kernel/format-number.ts';
import { fieldsOf, type AnswerValue, type FormField } from '#kernel/forms/form-definition.ts';
import { yesNoWords } from '#kernel/forms/yes-no-words.ts';
import { useFormat } from '#web/lib/format.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { UnitName, usePeopleById } from '#web/modules/organisation/index.ts';
import { AttachmentList } from '#web/ui/attachment-list.tsx';
import { wordsIn } from './words-in.ts';
import classes from './forms.module.css';

export type AnswersViewProps = {
  definition: FormVersion['definition'];
  answers: Readonly<Record<string, unknown>>;
  /** Keys of answers that the reader may not see. */
  hidden?: readonly string[];
  files?: readonly FileView[];
  /** As with `AttachmentList`. */
  filesAt?: string | null | undefined;
};

export function AnswersView({ definition, answers, hidden = [], files = [], filesAt }: AnswersViewProps) {
  const t = useT();
  const language = useLanguage();
  const answered = fieldsOf(definition).filter(({ key }) => Object.hasOwn(answers, key) || hidden.includes(key));
  if (answered.length === 0) return <p className={classes['quiet']}>{t('form.nothing-answered')}</p>;
  return (
    <dl className={classes['answers']}>
      {answered.map((field) => (
        <div key={field.key}>
          <dt dir="auto">{wordsIn(field.label, language)}</dt>
          <dd>
            {hidden.includes(field.key) ? (
              <span className={classes['quiet']}>{t('form.answer-hidden')}</span>
            ) : (
              <Answer field={field} answer={answers[field.key] as AnswerValue} files={files} filesAt={filesAt} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const ltr: readonly FormField['type'][] = ['phone', 'email', 'national-id'];

type AnswerProps = {
  field: FormField;
  answer: AnswerValue;
  files: readonly FileView[];
  filesAt: string | null | undefined;
};

function Answer({ field, answer, files, filesAt }: AnswerProps) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const nameOf = (key: string): string =>
    wordsIn(field.choices.find((choice) => choice.key === key)?.label ?? {}, language) || key;
  if (typeof answer === 'boolean') return yesNoWords[language][answer ? 'yes' : 'no'];
  if (typeof answer === 'number')
    return field.type === 'amount' && field.currency ? (
      <bdi>{formatMoney(answer, field.currency, format.settings)}</bdi>
    ) : (
      <bdi>{format.number(answer)}</bdi>
    );
  if (typeof answer !== 'string')
    return (
      <span dir="auto">{new Intl.ListFormat(language, { type: 'unit' }).format(answer.map((key) => nameOf(key)))}</span>
    );
  if (field.type === 'date') return format.bothCalendars(answer);
  if (field.type === 'one-of') return <span dir="auto">{nameOf(answer)}</span>;
  if (field.type === 'unit') return <UnitName id={answer} />;
  if (field.type === 'person') return <PersonAnswered id={answer} />;
  if (field.type === 'file') {
    const file = files.find(({ id }) => id === answer);
    return file ? <AttachmentList files={[file]} at={filesAt} /> : t('form.file-gone');
  }
  if (ltr.includes(field.type) || (field.pattern && field.pattern !== 'letters')) return <bdi dir="ltr">{answer}</bdi>;
  return <span dir="auto">{answer}</span>;
}

function PersonAnswered({ id }: { id: string }) {
  return <bdi>{usePeopleById().get(id)?.name ?? ''}</bdi>;
}
