// Fills in the form of a case's category, or corrects what was filled in; what stood there before stays on record.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { useSession } from '#web/lib/session.ts';
import { answerFaults, answersToSend, FormFields, initialAnswers } from '#web/modules/forms/index.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { caseFormsQuery, caseQuery } from './case-queries.ts';
import type { CaseForms } from './wire.ts';

const schema = z.object({ form: z.object({ answers: z.record(z.string(), z.unknown()) }) });

export function FillForm(props: DialogFormProps) {
  const t = useT();
  const forms = useQuery(caseFormsQuery(props.view.id)).data;
  // What was answered before is where it begins, so the form waits for it.
  if (!forms) return <Skeleton height={320} />;
  return forms.asked ? <Filling {...props} forms={forms} asked={forms.asked} /> : <p>{t('problem.case.no-form')}</p>;
}

type Asked = NonNullable<CaseForms['asked']>;

function Filling({ view, onDone, forms, asked }: DialogFormProps & { forms: CaseForms; asked: Asked }) {
  const t = useT();
  const { organisation } = useSession();
  const last = forms.items.find((item) => item.version.formId === asked.formId);
  const form = useZodForm(
    schema,
    { form: { answers: { ...(last ? last.answers : initialAnswers(asked.definition)) } } },
    (values) => {
      // What is hidden from whoever fills it in is there all the same.
      const faults = answerFaults(asked.definition, values.form.answers, {
        country: organisation.country,
        under: 'form.answers',
      });
      return faults.filter(({ field }) => !last?.hidden.some((key) => field === `form.answers.${key}`));
    },
  );
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const next = await api.cases.fillForm({
          id: view.id,
          form: { versionId: asked.id, answers: answersToSend(values.form.answers) },
        });
        queryClient.setQueryData(caseFormsQuery(view.id).queryKey, next);
        void queryClient.invalidateQueries({ queryKey: caseQuery(view.id).queryKey });
        onDone();
      }}
    >
      <Suspense fallback={<Skeleton height={240} />}>
        <FormFields definition={asked.definition} name="form.answers" files={forms.files} />
      </Suspense>
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
