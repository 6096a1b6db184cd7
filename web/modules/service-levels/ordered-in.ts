// Puts the spans of a form in order before it is sent, so that faults of the server come to the places that are shown.
import type { UseFormReturn } from 'react-hook-form';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { inOrder } from './calendar-entry.ts';

export function orderedIn(
  form: UseFormReturn<WorkingCalendarInput, unknown, WorkingCalendarInput>,
  entered: WorkingCalendarInput,
): WorkingCalendarInput {
  const values = inOrder(entered);
  form.setValue('week', values.week, { shouldDirty: true });
  values.exceptions.forEach(({ week }, index) =>
    form.setValue(`exceptions.${index}.week`, week, { shouldDirty: true }),
  );
  return values;
}
