// A place in the form that is changed as a part of something larger: where its faults are shown, and where the summary leads.
import { useController, useFormContext } from 'react-hook-form';
import { useFieldLabel } from '#web/ui/form/field-labels.ts';
import { fieldMessage } from '#web/ui/form/use-zod-form.ts';

/** `ref` goes to the element around its inputs; the first that can be reached by keyboard takes the focus. */
export function usePlace(path: string, label: string) {
  const { field } = useController({ name: path });
  const { getFieldState, formState } = useFormContext();
  useFieldLabel(path, label);
  const { error } = getFieldState(path, formState);
  return {
    ref: (element: HTMLElement | null) =>
      field.ref(
        element && { focus: () => element.querySelector<HTMLElement>('[role="spinbutton"], input, button')?.focus() },
      ),
    fault: fieldMessage(error?.message ?? error?.root?.message),
  };
}
