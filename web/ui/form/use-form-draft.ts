// Keeps what is typed into a form on this device until it was sent.
import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type Draft, useDraft } from '#web/lib/drafts.ts';

/** Read the draft first, give its value to the form as defaults, then call this with both. */
export function useFormDraft<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  draft: Draft<Values>,
): void {
  const { set } = draft;
  useEffect(() => {
    const stop = form.subscribe({ formState: { values: true }, callback: ({ values }) => set(values as Values) });
    return stop;
  }, [form, set]);
}

export { useDraft };
