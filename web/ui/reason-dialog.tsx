// Asks for the reason of a decision that others must understand.
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from './dialog.tsx';
import { Form } from './form/form.tsx';
import { SubmitButton } from './form/submit-button.tsx';
import { ProseField } from './form/text-field.tsx';
import { useZodForm } from './form/use-zod-form.ts';

const Reason = z.object({ reason: Prose });

export type ReasonDialogProps = {
  /** Names the act; also on the button. */
  title: string;
  hint: string;
  onClose: () => void;
  onReason: (reason: string) => Promise<void>;
};

export function ReasonDialog({ title, hint, onClose, onReason }: ReasonDialogProps) {
  const t = useT();
  const form = useZodForm(Reason, { reason: '' });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        form={form}
        onSubmit={async ({ reason }) => {
          await onReason(reason);
          onClose();
        }}
      >
        <ProseField name="reason" label={t('ui.reason')} hint={hint} required rows={3} />
        <SubmitButton>{title}</SubmitButton>
      </Form>
    </Dialog>
  );
}
