// The fields of a form to be filled in, within the form of a page: each in the input of its type, those that are not there left out.
import { useWatch } from 'react-hook-form';
import type { FileView, Language } from '#contract/common.ts';
import type { FormVersion } from '#contract/forms.ts';
import { shownFields, type Audience } from '#kernel/forms/shown-fields.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import { answersToSend, type EnteredAnswers } from './entered-answers.ts';
import { FieldInput } from './field-input.tsx';
import { wordsIn } from './words-in.ts';
import classes from './forms.module.css';

export type FormFieldsProps = {
  definition: FormVersion['definition'];
  /** Where the answers stand in the values of the form around. */
  name: string;
  audience?: Audience;
  /** Of labels and helps; that of the page unless told otherwise. */
  language?: Language;
  /** Files that answers of before name. */
  files?: readonly FileView[];
};

export function FormFields({ definition, name, audience = 'staff', language, files = [] }: FormFieldsProps) {
  const own = useLanguage();
  const shownIn = language ?? own;
  const entered = (useWatch({ name }) ?? {}) as EnteredAnswers;
  const shown = new Set(shownFields(definition, answersToSend(entered), audience).map((field) => field.key));
  return (
    <div className={classes['fields']}>
      {definition.sections.map((section) => {
        const fields = section.fields.filter((field) => shown.has(field.key));
        const title = wordsIn(section.title, shownIn);
        return fields.length === 0 ? null : (
          <fieldset key={section.key} className={classes['section']}>
            {title ? <legend dir="auto">{title}</legend> : null}
            {fields.map((field) => (
              <FieldInput
                key={field.key}
                field={field}
                name={`${name}.${field.key}`}
                language={shownIn}
                files={files}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
