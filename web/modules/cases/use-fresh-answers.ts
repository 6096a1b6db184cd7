// Answers to the form of the chosen category: each form begins with its own, and whoever chooses back finds what was entered.
import { useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { CaseForms } from '#contract/case-forms.ts';
import { type EnteredAnswers, initialAnswers } from '#web/modules/forms/index.ts';
import type { RegisterValues } from './register-schema.ts';

/** True when the answers that stand there are those to this version. */
export function useFreshAnswers<Output>(
  form: UseFormReturn<RegisterValues, unknown, Output>,
  version: CaseForms['asked'] | undefined,
): boolean {
  const held = useWatch({ control: form.control, name: 'form' });
  const before = useRef(new Map<string, EnteredAnswers>());
  useEffect(() => {
    if (!version || held.versionId === version.id) return;
    if (held.versionId) before.current.set(held.versionId, held.answers);
    form.clearErrors('form');
    form.setValue('form', {
      versionId: version.id,
      answers: before.current.get(version.id) ?? initialAnswers(version.definition),
    });
  }, [form, version, held]);
  return held.versionId === version?.id;
}
