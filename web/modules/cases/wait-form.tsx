// Sets a case aside for a named reason until a day; it comes back by itself.
import { Button, Group } from '@mantine/core';
import { z } from 'zod';
import { WaitReason } from '#contract/case-facts.ts';
import { IsoDate } from '#contract/common.ts';
import { addDays, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { waitReasons } from './case-choices.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { zonedInstant } from '#kernel/calendar/zoned-instant.ts';

const schema = z.object({ reason: WaitReason, until: IsoDate });
const presets = { tomorrow: 1, 'three-days': 3, 'next-week': 7 } as const;
/** A case that comes back at the start of the working day is seen that day. */
const morning = '08:00';

export function WaitForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const format = useFormat();
  const today = format.dayOf(new Date().toISOString());
  const inDays = (days: number) => toIsoDate(addDays(fromIsoDate(today, 'gregory'), days));
  const form = useZodForm(schema, {
    reason: view.waitingReason ?? 'customer-information',
    until: view.waitingUntil ? format.dayOf(view.waitingUntil) : inDays(1),
  });

  return (
    <Form
      form={form}
      onSubmit={async ({ reason, until }) => {
        const instant = zonedInstant(until, morning, format.settings.timeZone);
        void showChanged(
          await api.cases.wait({ id: view.id, reason, until: instant.toISOString() as unknown as Date }),
        );
        onDone();
      }}
    >
      <RadioField
        name="reason"
        label={t('case.wait.reason')}
        choices={waitReasons.map((value) => ({ value, label: t(`case.wait.${value}`) }))}
      />
      <Group gap="xs">
        {(Object.keys(presets) as Array<keyof typeof presets>).map((preset) => (
          <Button
            key={preset}
            size="compact-md"
            variant="default"
            onClick={() =>
              form.setValue('until', inDays(presets[preset]), { shouldValidate: form.formState.isSubmitted })
            }
          >
            {t(`case.wait.preset.${preset}`)}
          </Button>
        ))}
      </Group>
      <DateField
        name="until"
        label={t('case.wait.until')}
        hint={t('case.wait.until-hint', {
          time: format.time(zonedInstant(today, morning, format.settings.timeZone).toISOString()),
        })}
        min={inDays(1)}
        required
      />
      <SubmitButton>{t('case.wait.submit')}</SubmitButton>
    </Form>
  );
}
