// Records that the customer was told by phone, in person or by letter that the case is received.
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { spokenChannels } from './case-choices.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';

const schema = z.object({ channel: z.enum(spokenChannels) });

export function AcknowledgeForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const form = useZodForm(schema, { channel: 'phone' });
  return (
    <Form
      form={form}
      onSubmit={async ({ channel }) => {
        void showChanged(await api.cases.acknowledge({ id: view.id, channel }));
        onDone();
      }}
    >
      <RadioField
        name="channel"
        label={t('case.acknowledge.how')}
        hint={t('case.acknowledge.hint')}
        choices={spokenChannels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
      />
      <SubmitButton>{t('case.acknowledge.submit')}</SubmitButton>
    </Form>
  );
}
