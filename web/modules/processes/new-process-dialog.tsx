// Begins a process: from a template, with a list of steps for whoever draws no diagrams, with an empty diagram, or with a file made elsewhere.
import { FileInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Id, Language, LocaleText } from '#contract/common.ts';
import { ModelKey } from '#contract/processes.ts';
import { api } from '#web/lib/api.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useSession } from '#web/lib/session.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { OwnerField } from './owner-field.tsx';
import { StepsField } from './steps-field.tsx';
import { TemplatePart } from './templates/template-part.tsx';
import type { WrittenStep } from './steps-diagram.ts';
import { refreshProcesses } from './use-processes.ts';

const Begin = z
  .object({
    name: LocaleText,
    unitId: Id,
    ownerId: Id,
    key: ModelKey.optional(),
    begin: z.enum(['template', 'steps', 'empty', 'file']),
    template: ModelKey.nullable(),
    language: Language,
    /** By role of the template. */
    units: z.record(z.string(), Id.nullish()),
    steps: z
      .array(
        z.object({
          name: z.string().trim().max(200),
          unitId: Id.nullable(),
          form: z.string().trim().max(100).default(''),
        }),
      )
      .max(60),
  })
  .refine(({ begin, steps }) => begin !== 'steps' || steps.some(({ name }) => name !== ''), {
    path: ['steps'],
    error: 'required',
  })
  .refine(({ begin, template }) => begin !== 'template' || template !== null, {
    path: ['template'],
    error: 'required',
  });

export function NewProcessDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const go = useNavigate();
  const units = useUnits();
  const text = useLocaleText();
  const { person } = useSession();
  const language = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const form = useZodForm(Begin, {
    name: {},
    ownerId: person.id,
    begin: 'steps',
    template: null,
    language,
    units: {},
    steps: [
      { name: '', unitId: null, form: '' },
      { name: '', unitId: null, form: '' },
    ],
  });
  const begin = useWatch({ control: form.control, name: 'begin' });
  /** Only here: the code that draws is not needed to open the dialog. */
  async function written(called: string, unitId: string, steps: readonly WrittenStep[]): Promise<string> {
    const { diagramOfSteps } = await import('./steps-diagram.ts');
    const names = Object.fromEntries(units.map((unit) => [unit.id, text(unit.name)]));
    return diagramOfSteps(
      called,
      steps.filter(({ name }) => name !== ''),
      unitId,
      names,
    );
  }
  async function make(wish: z.output<typeof Begin>): Promise<void> {
    // Its field says so.
    if (wish.begin === 'file' && !file) return;
    const { id } = wish.begin === 'template' ? await fromTemplate(wish) : await fromDiagram(wish);
    await refreshProcesses();
    await go({ to: '/processes/$modelId/draft', params: { modelId: id } });
  }
  /** A role without a unit is refused at its field. */
  function fromTemplate({ key, name, unitId, ownerId, template, ...chosen }: z.output<typeof Begin>) {
    const given = Object.entries(chosen.units).filter((one): one is [string, string] => Boolean(one[1]));
    return api.processTemplates.begin({
      template: template!,
      key: key ?? keyOf(name.en),
      name,
      unitId,
      ownerId,
      language: chosen.language,
      units: Object.fromEntries(given),
    });
  }
  async function fromDiagram({ key, steps, begin: how, ...given }: z.output<typeof Begin>) {
    const { name, unitId, ownerId } = given;
    const words = { name, unitId, ownerId };
    const called = text(words.name);
    const xml =
      how === 'file' && file
        ? await wholeText(file)
        : how === 'steps'
          ? await written(called, words.unitId, steps)
          : undefined;
    return api.processes.createModel({
      ...words,
      key: key ?? keyOf(words.name.en),
      ...(how === 'steps'
        ? {
            sipoc: {
              suppliers: [],
              inputs: [],
              steps: steps
                .map(({ name }) => name)
                .filter(Boolean)
                .slice(0, 20),
              outputs: [],
              customers: [],
            },
          }
        : {}),
      ...(xml === undefined ? {} : { xml }),
    });
  }
  return (
    <Dialog opened onClose={onClose} title={t('process.add')} size="lg" closeOnClickOutside={false}>
      <Form form={form} onSubmit={make}>
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
        <RadioField
          name="begin"
          label={t('process.begin-with')}
          choices={(['template', 'steps', 'empty', 'file'] as const).map((value) => ({
            value,
            label: t(`process.begin.${value}`),
            hint: t(`process.begin.${value}-hint`),
          }))}
        />
        {begin === 'template' ? <TemplatePart /> : null}
        {begin === 'steps' ? <StepsField /> : null}
        {begin === 'file' ? (
          <FileInput
            label={t('process.file')}
            placeholder={t('process.file-choose')}
            accept=".bpmn,.xml,application/xml"
            leftSection={<IconFileUpload size={16} aria-hidden />}
            value={file}
            onChange={setFile}
            error={form.formState.submitCount > 0 && !file ? t('process.file-choose') : undefined}
          />
        ) : null}
        <CodeField name="key" label={t('process.key')} hint={t('process.key-hint')} maxLength={60} />
        <SubmitButton>{t('process.begin')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** With its byte order mark, which `text()` would drop: a file leaves as it came. */
const wholeText = async (file: File): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());

/** Programs say it, people hardly see it: from the English name, or a made-up one. */
function keyOf(english: string | undefined): string {
  const words = (english ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const key = words
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 50)
    .replace(/-$/, '');
  return key || `process-${crypto.randomUUID().slice(0, 8)}`;
}
