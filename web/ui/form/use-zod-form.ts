// A form checked by the contract's own schema; the texts of refusals come from our keys, not from the library.
import { zodResolver } from '@hookform/resolvers/zod';
import {
  type DefaultValues,
  type FieldValues,
  type FieldErrors,
  set,
  useForm,
  type UseFormReturn,
} from 'react-hook-form';
import type { z } from 'zod';
import { useEffect, useRef } from 'react';
import type { Fault } from '#web/lib/problem-error.ts';
import { faultText } from '#web/lib/problem-text.ts';

/** `also`: faults that the schema does not know, such as those of a form that the organisation designed. */
export function useZodForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
  also?: (values: Input) => readonly Fault[],
): UseFormReturn<Input, unknown, Output> {
  const asked = useRef(also);
  useEffect(() => {
    asked.current = also;
  }, [also]);
  // Messages are texts in the end, but a schema may name its own rule ("reminder-after-lapse"): see `fieldMessage`.
  const bySchema = zodResolver<Input, unknown, Output>(schema, { error: (issue) => zodText(issue) });
  return useForm<Input, unknown, Output>({
    resolver: async (values, context, options) => {
      const checked = await bySchema(values, context, options);
      const faults = asked.current?.(values) ?? [];
      if (faults.length === 0) return checked;
      const errors = { ...checked.errors };
      for (const { field, code, params } of faults)
        set(errors, field, { type: code, message: faultText(code, params) });
      return { values: {}, errors: errors as FieldErrors<Input> };
    },
    defaultValues,
    // Not on leaving a field: the fault would push the button away from under the pointer.
    mode: 'onSubmit',
    shouldFocusError: false,
  });
}

/** A message of a field as shown: a bare rule name is looked up, a text stays. */
export function fieldMessage(message: string | undefined): string | undefined {
  return message && /^[a-z]+(-[a-z]+)*$/.test(message) ? faultText(message) : message;
}

type Issue = {
  code?: string;
  origin?: unknown;
  format?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  input?: unknown;
};

function zodText(issue: Issue): string {
  if (issue.input === undefined || issue.input === null || issue.input === '') return faultText('required');
  if (issue.code === 'invalid_format') return faultText(issue.format === 'email' ? 'invalid-email' : 'invalid');
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return faultText('required');
    return faultText(issue.origin === 'string' ? 'too-short' : 'too-small', { count: Number(issue.minimum) });
  }
  if (issue.code === 'too_big')
    return faultText(issue.origin === 'string' ? 'too-long' : 'too-big', { count: Number(issue.maximum) });
  return faultText('invalid');
}
