/** @jsxImportSource preact */
// What the customer filled in, under the labels of the version that asked.
import { fieldsOf, type AnswerValue, type FormField } from '#kernel/forms/form-definition.ts';
import { yesNoWords } from '#kernel/forms/yes-no-words.ts';
import { nameIn, usePortal } from './portal-context.ts';
import type { PortalCase } from './wire.ts';

export function FormAnswers({ form }: { form: NonNullable<PortalCase['form']> }) {
  const { t, formats, language } = usePortal();
  const fields = fieldsOf(form.version.definition).filter(({ key }) => Object.hasOwn(form.answers, key));

  function inWords(field: FormField, answer: AnswerValue): string {
    const nameOf = (key: string) => nameIn(language, field.choices.find((one) => one.key === key)?.label ?? {}) || key;
    if (typeof answer === 'boolean') return yesNoWords[language][answer ? 'yes' : 'no'];
    if (typeof answer === 'number') return `${formats.number(answer)} ${field.currency ?? ''}`.trim();
    if (Array.isArray(answer)) return answer.map(nameOf).join(language === 'en' ? ', ' : '، ');
    if (field.type === 'date') return formats.day(`${answer}T12:00:00Z`);
    if (field.type === 'file') return t('form.file-attached');
    return field.type === 'one-of' ? nameOf(answer) : answer;
  }

  return (
    <section aria-labelledby="form-title">
      <h2 id="form-title">{nameIn(language, form.version.formName)}</h2>
      <dl class="facts">
        {fields.map((field) => (
          <div key={field.key}>
            <dt>{nameIn(language, field.label)}</dt>
            <dd dir="auto">{inWords(field, form.answers[field.key] as AnswerValue)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
