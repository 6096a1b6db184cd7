// Closes a case for a named reason other than a solution, by a named person, with an explanation that the customer gets.
import { Alert } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { AuthorityReason } from '#contract/cases.ts';
import { Id, Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { AuthorityNotice } from '#web/modules/authority/index.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { authorityReasons } from './case-choices.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { CaseReferenceField } from './case-reference-field.tsx';
import { useDraft, useFormDraft } from '#web/ui/form/use-form-draft.ts';

const schema = z
  .object({
    reason: AuthorityReason,
    explanation: Prose,
    duplicateOfId: Id.nullable(),
    overrideReason: z.string().trim().max(20_000),
  })
  .refine(({ reason, duplicateOfId }) => reason !== 'duplicate' || duplicateOfId !== null, {
    path: ['duplicateOfId'],
    error: 'required',
  });

export function CloseForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const draft = useDraft<z.input<typeof schema>>(`case.close.${view.id}`, {
    reason: 'duplicate',
    explanation: '',
    duplicateOfId: null,
    overrideReason: '',
  });
  const form = useZodForm(schema, draft.value);
  useFormDraft(form, draft);
  const reason = useWatch({ control: form.control, name: 'reason' });

  return (
    <Form
      form={form}
      kept={t('case.kept')}
      onSubmit={async ({ overrideReason, ...values }) => {
        const override = overrideReason ? { overrideReason } : {};
        void showChanged(await api.cases.closeByAuthority({ id: view.id, ...values, ...override }));
        draft.clear();
        onDone();
      }}
    >
      <Alert variant="light" color="gray" icon={<StateIcon word="closed_by_authority" />}>
        {t('case.close.explain')}
      </Alert>
      <RadioField
        name="reason"
        label={t('case.close.reason')}
        choices={authorityReasons.map((value) => ({
          value,
          label: t(`case.authority.${value}`),
          hint: t(`case.authority-hint.${value}`),
        }))}
      />
      {reason === 'duplicate' ? (
        <CaseReferenceField
          name="duplicateOfId"
          label={t('case.close.duplicate-of')}
          hint={t('case.close.duplicate-of-hint')}
          notId={view.id}
          near={view.otherCases}
          required
        />
      ) : null}
      <ProseField
        name="explanation"
        label={t('case.close.explanation')}
        hint={t('case.close.explanation-hint')}
        required
      />
      <AuthorityNotice action="case.close-by-authority" unitId={view.unitId} name="overrideReason" />
      <SubmitButton>{t('case.close.submit')}</SubmitButton>
    </Form>
  );
}
