/** @jsxImportSource preact */
// The form that a subject asks for: its fields as customers see them, those left out that are not there, and its check before sending.
import type { FormVersion } from './wire.ts';
import { checkAnswers } from '#kernel/forms/check-answers.ts';
import { fieldsOf, type AnswerValue, type FormAnswers, type FormField } from '#kernel/forms/form-definition.ts';
import { shownFields } from '#kernel/forms/shown-fields.ts';
import type { NamedFault } from './faults.tsx';
import { FormInput } from './form-input.tsx';
import { nameIn, usePortal } from './portal-context.ts';

export type Entered = Record<string, unknown>;

interface FormPartProps {
  version: FormVersion;
  entered: Entered;
  onChange: (key: string, value: unknown) => void;
  /** How many files of a field are still on their way. */
  onPending: (key: string, count: number) => void;
  faultOf: (field: string) => string | null;
}

export function FormPart({ version, entered, onChange, onPending, faultOf }: FormPartProps) {
  const { language } = usePortal();
  const answers = { ...initialOf(version), ...entered };
  const shown = new Set(shownFields(version.definition, answersOf(answers), 'customer').map(({ key }) => key));
  return (
    <>
      <h2>{nameIn(language, version.formName)}</h2>
      {version.definition.sections.map((section) => {
        const fields = section.fields.filter(({ key }) => shown.has(key));
        const title = nameIn(language, section.title);
        return (
          <div key={section.key} class="form-section" role="group" aria-label={title || undefined}>
            {title && fields.length > 0 && <h3>{title}</h3>}
            {fields.map((field) => (
              <FormInput
                key={field.key}
                field={field}
                value={answers[field.key]}
                onChange={(value) => onChange(field.key, value)}
                onPending={(count) => onPending(field.key, count)}
                fault={faultOf(nameOf(field))}
              />
            ))}
          </div>
        );
      })}
    </>
  );
}

export const nameOf = (field: Pick<FormField, 'key'>): string => `form.answers.${field.key}`;

/** What is sent: what was entered, or stood there at first; files by their id. */
export function filledOf(version: FormVersion, entered: Entered): { versionId: string; answers: FormAnswers } {
  return { versionId: version.id, answers: answersOf({ ...initialOf(version), ...entered }) };
}

/** The server checks ids of its country; here any will do. */
export function faultsOf(version: FormVersion, entered: Entered): NamedFault[] {
  const { answers } = filledOf(version, entered);
  return checkAnswers(version.definition, answers, { audience: 'customer', country: 'other' }).faults.map((fault) => ({
    ...fault,
    field: `form.answers.${fault.field}`,
  }));
}

/** Names the field in the summary, which stands far from it. */
export function labelled(version: FormVersion, faults: NamedFault[], nameOfText: (text: FormField['label']) => string) {
  return faults.map((fault) => {
    const field = fieldsOf(version.definition).find((each) => nameOf(each) === fault.field);
    return field ? { ...fault, label: nameOfText(field.label) } : fault;
  });
}

function initialOf({ definition }: FormVersion): Entered {
  return Object.fromEntries(
    fieldsOf(definition).flatMap(({ key, initial }) => (initial === null ? [] : [[key, initial]])),
  );
}

function answersOf(entered: Entered): FormAnswers {
  return Object.fromEntries(
    Object.entries(entered).flatMap(([key, value]) => {
      const sent = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
      return sent === null || sent === undefined || sent === '' ? [] : [[key, sent as AnswerValue]];
    }),
  );
}
