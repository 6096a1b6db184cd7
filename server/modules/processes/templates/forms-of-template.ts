// The forms of a template as the module of forms knows them: what the next steps read has to be asked.
import { newField, type FormField } from '#kernel/forms/form-definition.ts';
import type { WantedForm } from '#modules/forms/index.ts';
import type { ProcessTemplate, TemplateField } from './template.ts';

/** By step. */
export function formsOf({ key, steps }: ProcessTemplate): Map<string, WantedForm> {
  return new Map(
    steps.flatMap(({ id, form, gives = [] }) =>
      form
        ? [
            [
              id,
              {
                key: `${key}-${id}`,
                name: { ...form.name },
                definition: { sections: [{ key: 'main', title: {}, fields: form.fields.map(fieldOf) }] },
                needs: gives,
              },
            ] as const,
          ]
        : [],
    ),
  );
}

/** Tasks are the work of staff; customers never see their forms. */
function fieldOf({ key, type, label, help, open, min, choices, shownWhen }: TemplateField): FormField {
  return {
    ...newField(type, key),
    label: { ...label },
    help: { ...help },
    required: !open,
    customer: false,
    min: min ?? null,
    choices: (choices ?? []).map((choice) => ({ key: choice.key, label: { ...choice.label } })),
    shownWhen: shownWhen ? { field: shownWhen.field, values: [...shownWhen.values] } : null,
  };
}
