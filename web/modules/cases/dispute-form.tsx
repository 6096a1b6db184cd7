// Records that the customer disputes the answer by phone or in person: it opens the door just as the customer's own word does.
import { Alert } from '@mantine/core';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { useDraft, useFormDraft } from '#web/ui/form/use-form-draft.ts';

const schema = z.object({ channel: z.enum(['phone', 'visit']), reason: Prose });

export function DisputeForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const draft = useDraft<z.input<typeof schema>>(`case.dispute.${view.id}`, { channel: 'phone', reason: '' });
  const form = useZodForm(schema, draft.value);
  useFormDraft(form, draft);

  return (
    <Form
      form={form}
      kept={t('case.kept')}
      onSubmit={async (values) => {
        void showChanged(await api.cases.reportDispute({ id: view.id, ...values }));
        draft.clear();
        onDone();
      }}
    >
      <Alert variant="light" color="red" icon={<StateIcon word="disputed" />}>
        {t('case.dispute.explain')}
      </Alert>
      <RadioField
        name="channel"
        label={t('case.record.how')}
        choices={(['phone', 'visit'] as const).map((value) => ({ value, label: t(`case.channel.${value}`) }))}
      />
      <ProseField
        startHere
        name="reason"
        label={t('case.dispute.reason')}
        hint={t('case.dispute.reason-hint')}
        required
      />
      <SubmitButton>{t('case.dispute.submit')}</SubmitButton>
    </Form>
  );
}
