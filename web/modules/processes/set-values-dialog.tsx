// Sets values of an instance right, with a reason that stays on record: those of the process, or of a part of it that has its own.
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Instance, refreshProcesses } from './use-processes.ts';
import { changedIn, rowsOf, ValueRows, ValuesAsRows } from './value-rows.tsx';

const Entry = z.object({ scope: z.string(), values: ValuesAsRows, reason: Prose });

export function SetValuesDialog({ instance, onClose }: { instance: Instance; onClose: () => void }) {
  const t = useT();
  const { id, scopes, tokens } = instance;
  const scopeOf = (number: string) => scopes.find((scope) => String(scope.number) === number)!;
  const form = useZodForm(Entry, {
    scope: String(scopes[0]!.number),
    values: rowsOf(scopes[0]!.variables),
    reason: '',
  });
  const { setValue, subscribe } = form;
  const [unchanged, setUnchanged] = useState(false);
  useEffect(
    () =>
      subscribe({
        name: 'scope',
        formState: { values: true },
        callback: ({ values }) => {
          const { variables } = scopes.find(({ number }) => String(number) === values.scope)!;
          setValue('values', rowsOf(variables));
        },
      }),
    [subscribe, setValue, scopes],
  );
  return (
    <Dialog opened onClose={onClose} title={t('instance.set-values')} size="lg">
      <Form
        form={form}
        onSubmit={async ({ scope, values, reason }) => {
          const { number, variables: before } = scopeOf(scope);
          const variables = changedIn(values, before);
          setUnchanged(Object.keys(variables).length === 0);
          if (Object.keys(variables).length === 0) return;
          await api.processInstances.setVariables({ id, scope: number, variables, reason });
          await refreshProcesses();
          onClose();
        }}
      >
        {scopes.length > 1 ? (
          <SelectField
            name="scope"
            label={t('instance.values-of')}
            choices={scopes.map(({ number, elementId, parent }) => ({
              value: String(number),
              label:
                parent === null
                  ? t('instance.values-of-process')
                  : `${tokens.find((token) => token.elementId === elementId)?.name || t('diagram.unnamed')} (${number})`,
            }))}
          />
        ) : null}
        <ValueRows />
        {unchanged ? <Text role="alert">{t('instance.set-values-none')}</Text> : null}
        <ProseField name="reason" label={t('ui.reason')} hint={t('instance.set-values-hint')} required rows={2} />
        <SubmitButton>{t('instance.set-values')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
