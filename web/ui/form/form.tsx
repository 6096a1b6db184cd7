// A form with a summary of its faults: focus goes there, each fault leads to its field, refusals of the server join in.
import { Alert, Anchor, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type FieldValues, FormProvider, type Path, type UseFormReturn } from 'react-hook-form';
import { useT } from '#web/lib/i18n.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { ErrorNote } from '../error-note.tsx';
import { FieldLabels } from './field-labels.ts';
import { fieldMessage } from './use-zod-form.ts';

export type FormProps<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>;
  /** What it throws is shown: faults beside their fields, the rest above the form. */
  onSubmit: (values: Output) => Promise<unknown>;
  /** What is safe if sending fails, translated. */
  kept?: string;
  children: ReactNode;
};

export function Form<Input extends FieldValues, Output>({ form, onSubmit, kept, children }: FormProps<Input, Output>) {
  const [refusal, setRefusal] = useState<unknown>(null);
  const labels = useRef(new Map<string, string>());
  const t = useT();
  const summary = useRef<HTMLDivElement>(null);
  const { errors, submitCount, isSubmitting } = form.formState;
  const faults = flatten(errors);

  useEffect(() => {
    if (submitCount > 0 && !isSubmitting) summary.current?.focus();
  }, [submitCount, isSubmitting]);

  /** A fault of one entry of a list belongs to the field that shows the list. */
  function placeOf(path: string): string {
    const list = path.replace(/\.\d+$/, '');
    return labels.current.has(list) && !labels.current.has(path) ? list : path;
  }

  async function send(values: Output): Promise<void> {
    setRefusal(null);
    try {
      await onSubmit(values);
    } catch (error) {
      const beside = isProblem(error) ? error.faults : [];
      for (const fault of beside)
        form.setError(placeOf(fault.field) as Path<Input>, {
          type: fault.code,
          message: faultText(fault.code, fault.params),
        });
      if (beside.length === 0) setRefusal(error);
    }
  }

  return (
    <FormProvider {...form}>
      <FieldLabels value={labels.current}>
        <form noValidate onSubmit={(event) => void form.handleSubmit(send)(event)}>
          <Stack gap="md">
            {submitCount > 0 && faults.length > 0 ? (
              <Alert
                ref={summary}
                tabIndex={-1}
                role="alert"
                color="red"
                variant="light"
                title={t('ui.form-faults', { count: faults.length })}
              >
                {faults.map(([name, message]) => (
                  <div key={name}>
                    <Anchor
                      component="button"
                      type="button"
                      c="inherit"
                      underline="always"
                      ta="start"
                      mih={24}
                      onClick={() => form.setFocus(name as Path<Input>)}
                    >
                      {labels.current.has(name) ? `${labels.current.get(name)}: ` : ''}
                      {fieldMessage(message)}
                    </Anchor>
                  </div>
                ))}
              </Alert>
            ) : null}
            <ErrorNote error={refusal} {...(kept ? { kept } : {})} />
            {children}
          </Stack>
        </form>
      </FieldLabels>
    </FormProvider>
  );
}

/** Errors are nested like the values; the summary needs `organisation.name` and its message. */
function flatten(errors: object, before = ''): Array<[name: string, message: string]> {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    if (typeof error !== 'object' || error === null) return [];
    const name = before ? `${before}.${key}` : key;
    if ('message' in error && typeof error.message === 'string') return [[name, error.message] as [string, string]];
    return key === 'ref' ? [] : flatten(error, name);
  });
}
