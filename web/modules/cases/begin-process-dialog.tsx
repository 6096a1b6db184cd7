// Begins a process for a case by hand, beside the one of its category.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
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
  const text = useLocaleText();
  const models = useQuery(orpc.processes.listModels.queryOptions({ input: { status: 'in-force', limit: 100 } }));
  const form = useZodForm(Entry, { modelKey: '' });
  return (
    <Dialog opened onClose={onClose} title={t('case.process-begin')}>
      <ErrorNote error={models.error} retry={() => void models.refetch()} />
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
        <SelectField
          name="modelKey"
          label={t('case.process')}
          hint={t('case.process-begin-hint')}
          choices={(models.data?.items ?? [])
            .filter(({ key }) => !running.includes(key))
            .map(({ key, name }) => ({ value: key, label: text(name) }))}
          searchable
        />
        <SubmitButton>{t('case.process-begin')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
