/** @jsxImportSource preact */
// Disputes the answer, with the reason that a different and higher person will read.
import { usePortal } from './portal-context.ts';
import { ReasonForm } from './reason-form.tsx';
import type { CaseFormProps } from './use-case-action.ts';

export function DisputeForm(form: CaseFormProps) {
  const { t } = usePortal();
  return (
    <ReasonForm
      {...form}
      name="dispute"
      action="dispute"
      label={t('answer.reason')}
      hint={t('answer.reason.hint')}
      button={t('answer.dispute')}
      done={t('answer.disputed')}
    />
  );
}
