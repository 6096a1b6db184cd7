// Says how grave a case is and what its customer seeks; the latest assessment counts, earlier ones stay.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { IsoDate } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { ProseField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { WordsField } from '#web/ui/form/words-field.tsx';
import type { DialogFormProps } from './case-dialog.tsx';
import { promisesQuery, showChanged } from './case-queries.ts';
import type { CasePromises } from './wire.ts';

const grades = ['1', '2', '3', '4'] as const;
const Grade = z.enum(grades);
const schema = z.object({
  severity: Grade,
  complexity: Grade,
  impact: Grade,
  safety: z.boolean(),
  immediateAction: z.boolean(),
  remedySought: z.string().trim().max(2_000),
  incidentDate: IsoDate.nullable(),
  incidentPlace: z.string().trim().max(300),
});

export function AssessForm(props: DialogFormProps) {
  const promises = useQuery(promisesQuery(props.view.id));
  // What was said before is where it begins, so the form waits for it.
  if (promises.isPending) return <Skeleton height={320} />;
  return <Assessing {...props} before={promises.data?.assessment ?? null} />;
}

function Assessing({ view, onDone, before }: DialogFormProps & { before: CasePromises['assessment'] }) {
  const t = useT();
  const format = useFormat();
  const said = before as Record<(typeof gradeNames)[number], number> | null;
  const form = useZodForm(schema, {
    ...Object.fromEntries(gradeNames.map((name) => [name, said ? (String(said[name]) as '1') : undefined])),
    safety: before?.safety ?? false,
    immediateAction: before?.immediateAction ?? false,
    remedySought: before?.remedySought ?? '',
    incidentDate: before?.incidentDate ?? null,
    incidentPlace: before?.incidentPlace ?? '',
  });
  return (
    <Form
      form={form}
      onSubmit={async ({ severity, complexity, impact, remedySought, incidentPlace, ...rest }) => {
        void showChanged(
          await api.cases.assess({
            id: view.id,
            ...rest,
            severity: Number(severity),
            complexity: Number(complexity),
            impact: Number(impact),
            remedySought: remedySought || null,
            incidentPlace: incidentPlace || null,
          }),
        );
        onDone();
      }}
    >
      {gradeNames.map((name) => (
        <WordsField
          key={name}
          name={name}
          label={t(`case.assess.${name}`)}
          choices={grades.map((value) => ({ value, label: t(`case.assess.grade.${value}`) }))}
        />
      ))}
      <SwitchField name="safety" label={t('case.assess.safety')} />
      <SwitchField name="immediateAction" label={t('case.assess.immediate')} />
      <ProseField name="remedySought" rows={2} label={t('case.assess.remedy')} hint={t('case.assess.remedy-hint')} />
      <DateField
        name="incidentDate"
        label={t('case.assess.incident-date')}
        max={format.dayOf(new Date().toISOString())}
      />
      <TextField name="incidentPlace" label={t('case.assess.incident-place')} />
      <SubmitButton>{t('case.assess.submit')}</SubmitButton>
    </Form>
  );
}

const gradeNames = ['severity', 'complexity', 'impact'] as const;
