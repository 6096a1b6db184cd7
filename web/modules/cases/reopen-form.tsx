// Opens a closed case again, with a reason; the first clock stays.
import { Text } from '@mantine/core';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { useDraft, useFormDraft } from '#web/ui/form/use-form-draft.ts';

const schema = z.object({ reason: Prose });

export function ReopenForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const draft = useDraft<z.input<typeof schema>>(`case.reopen.${view.id}`, { reason: '' });
  const form = useZodForm(schema, draft.value);
  useFormDraft(form, draft);

  return (
    <Form
      form={form}
      kept={t('case.kept')}
      onSubmit={async ({ reason }) => {
        void showChanged(await api.cases.reopen({ id: view.id, reason }));
        draft.clear();
        onDone();
      }}
    >
      <Text>{t('case.reopen.explain')}</Text>
      <ProseField startHere name="reason" label={t('case.reopen.reason')} required />
      <SubmitButton>{t('case.reopen.submit')}</SubmitButton>
    </Form>
  );
}
