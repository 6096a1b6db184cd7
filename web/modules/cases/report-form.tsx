// Records that the customer accepted the answer by phone or in person, with evidence. It is no confirmation and says so.
import { Alert, Group } from '@mantine/core';
import { z } from 'zod';
import { IsoDate, Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { nowIn } from './now-in.ts';
import { TimeField } from './time-field.tsx';
import { useDraft, useFormDraft } from '#web/ui/form/use-form-draft.ts';
import { zonedInstant } from '#kernel/calendar/zoned-instant.ts';

const schema = z.object({
  channel: z.enum(['phone', 'visit']),
  saidAt: IsoDate,
  saidTime: z.string().regex(/^\d{2}:\d{2}$/),
  evidence: Prose,
});

export function ReportForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const format = useFormat();
  const { timeZone } = format.settings;
  const now = nowIn(timeZone);
  const draft = useDraft<z.input<typeof schema>>(`case.report.${view.id}`, {
    channel: 'phone',
    saidAt: now.day,
    saidTime: now.time,
    evidence: '',
  });
  const form = useZodForm(schema, draft.value);
  useFormDraft(form, draft);

  return (
    <Form
      form={form}
      kept={t('case.kept')}
      onSubmit={async ({ channel, saidAt, saidTime, evidence }) => {
        const at = zonedInstant(saidAt, saidTime, timeZone).toISOString() as unknown as Date;
        void showChanged(await api.cases.reportOutcome({ id: view.id, channel, evidence, saidAt: at }));
        draft.clear();
        onDone();
      }}
    >
      <Alert variant="light" color="gray" icon={<StateIcon word="reported" />}>
        {t('case.report.explain')}
      </Alert>
      <RadioField
        name="channel"
        label={t('case.record.how')}
        choices={(['phone', 'visit'] as const).map((value) => ({ value, label: t(`case.channel.${value}`) }))}
      />
      <Group align="flex-start" gap="md">
        <DateField
          name="saidAt"
          label={t('case.report.day')}
          min={format.dayOf(view.registeredAt)}
          max={now.day}
          required
        />
        <TimeField name="saidTime" label={t('case.report.time')} required />
      </Group>
      <ProseField
        startHere
        name="evidence"
        label={t('case.report.evidence')}
        hint={t('case.report.evidence-hint')}
        required
      />
      <SubmitButton>{t('case.report.submit')}</SubmitButton>
    </Form>
  );
}
