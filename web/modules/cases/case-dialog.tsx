// The dialogs of a case: one at a time, each a form for one act.
import type { ComponentType } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { AcknowledgeForm } from './acknowledge-form.tsx';
import { AssessForm } from './assess-form.tsx';
import { AssignForm } from './assign-form.tsx';
import { ClassifyForm } from './classify-form.tsx';
import { CloseForm } from './close-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { FillForm } from './fill-form.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { ReportForm } from './report-form.tsx';
import { WaitForm } from './wait-form.tsx';
import type { CaseView } from './wire.ts';

export type DialogFormProps = { view: CaseView; onDone: () => void };

const forms = {
  acknowledge: AcknowledgeForm,
  assess: AssessForm,
  assign: AssignForm,
  classify: ClassifyForm,
  fill: FillForm,
  wait: WaitForm,
  report: ReportForm,
  dispute: DisputeForm,
  close: CloseForm,
  reopen: ReopenForm,
} satisfies Record<string, ComponentType<DialogFormProps>>;

export type CaseDialogName = keyof typeof forms;

export function CaseDialog({ name, view, onClose }: { name: CaseDialogName; view: CaseView; onClose: () => void }) {
  const t = useT();
  const Form = forms[name];
  return (
    <Dialog opened onClose={onClose} size="lg" title={t(`case.dialog.${name}`)}>
      <Form view={view} onDone={onClose} />
    </Dialog>
  );
}
