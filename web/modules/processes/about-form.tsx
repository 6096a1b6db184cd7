// Changes what the catalogue says of a process.
import { Button, Group, Title } from '@mantine/core';
import { z } from 'zod';
import { Id, LocaleText } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { ClassificationField } from './coverage-map/classification-field.tsx';
import { OwnerField } from './owner-field.tsx';
import classes from './processes.module.css';
import { linesOf, sipocParts } from './sipoc-parts.ts';
import { type Model, refreshProcesses } from './use-processes.ts';

/** A name in no language is none: what may be left out is empty in the form and null in the catalogue. */
const Optional = z.object({
  ar: z.string().trim().max(200).optional(),
  fa: z.string().trim().max(200).optional(),
  en: z.string().trim().max(200).optional(),
});
const Lines = z
  .string()
  .refine((words) => linesOf(words).length <= 20 && linesOf(words).every((line) => line.length <= 300), {
    error: 'too-many',
  });
const About = z.object({
  name: LocaleText,
  unitId: Id,
  ownerId: Id,
  promise: Optional,
  objective: Optional,
  pcfId: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  sipoc: z.object({ suppliers: Lines, inputs: Lines, steps: Lines, outputs: Lines, customers: Lines }),
});

export function AboutForm({ model, onDone }: { model: Model; onDone: () => void }) {
  const t = useT();
  const units = useUnits();
  const form = useZodForm(About, {
    name: model.name,
    unitId: model.unit.id,
    ownerId: model.owner.id,
    promise: model.promise ?? {},
    objective: model.objective ?? {},
    pcfId: model.pcfId === null ? undefined : String(model.pcfId),
    sipoc: Object.fromEntries(sipocParts.map((part) => [part, model.sipoc[part].join('\n')])),
  });
  async function save({ promise, objective, pcfId, sipoc, ...words }: z.output<typeof About>): Promise<void> {
    await api.processes.changeModel({
      id: model.id,
      revision: model.revision,
      ...words,
      promise: said(promise),
      objective: said(objective),
      pcfId: pcfId === undefined ? null : Number(pcfId),
      sipoc: {
        suppliers: linesOf(sipoc.suppliers),
        inputs: linesOf(sipoc.inputs),
        steps: linesOf(sipoc.steps),
        outputs: linesOf(sipoc.outputs),
        customers: linesOf(sipoc.customers),
      },
    });
    form.reset(form.getValues());
    await refreshProcesses();
    onDone();
  }
  return (
    <Form form={form} onSubmit={save}>
      <LeaveQuestion />
      <LocaleTextField name="name" label={t('process.name')} required />
      <TreeField
        name="unitId"
        label={t('process.unit')}
        hint={t('process.unit-hint')}
        required
        entries={units}
        clearable={false}
      />
      <OwnerField />
      <LocaleTextField name="promise" label={t('process.promise')} hint={t('process.promise-hint')} />
      <LocaleTextField name="objective" label={t('process.objective')} hint={t('process.objective-hint')} />
      <ClassificationField name="pcfId" />
      <Title order={2} size="h4">
        {t('process.sipoc')}
      </Title>
      <div className={classes['sipoc']}>
        {sipocParts.map((part) => (
          <ProseField
            key={part}
            name={`sipoc.${part}`}
            label={t(`process.sipoc.${part}`)}
            hint={t('process.one-a-line')}
            rows={4}
          />
        ))}
      </div>
      <Group>
        <SubmitButton>{t('ui.save')}</SubmitButton>
        <Button variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Form>
  );
}

const said = (words: z.output<typeof Optional>): LocaleText | null => (words.ar || words.fa || words.en ? words : null);
