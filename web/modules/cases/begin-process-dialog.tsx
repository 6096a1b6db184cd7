// Begins a process for a case by hand, beside the one of its category.
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { ProcessField } from '#web/ui/process-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { caseProcessesQuery, timelineQuery } from './case-queries.ts';

const Entry = z.object({ modelKey: z.string() });

type DialogProps = {
  caseId: string;
  /** Keys of those that run for it: they are begun once at a time. */
  running: readonly string[];
  onClose: () => void;
};

export function BeginProcessDialog({ caseId, running, onClose }: DialogProps) {
  const t = useT();
  const form = useZodForm(Entry, { modelKey: '' });
  return (
    <Dialog opened onClose={onClose} title={t('case.process-begin')}>
      <Form
        form={form}
        onSubmit={async ({ modelKey }) => {
          await api.cases.beginProcess({ id: caseId, modelKey });
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: caseProcessesQuery(caseId).queryKey }),
            queryClient.invalidateQueries({ queryKey: timelineQuery(caseId).queryKey }),
          ]);
          onClose();
        }}
      >
        <ProcessField
          name="modelKey"
          label={t('case.process')}
          hint={t('case.process-begin-hint')}
          by="key"
          without={running}
        />
        <SubmitButton>{t('case.process-begin')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
