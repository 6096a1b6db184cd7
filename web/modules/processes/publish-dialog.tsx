// Publishes a draft, or asks its owner to; says first what is still wrong and what the new version means.
import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import type { DiagramFault } from '#contract/processes.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { FaultList } from './fault-list.tsx';
import { type Model, refreshProcesses } from './use-processes.ts';

const Note = z.object({ note: z.string().trim().max(2000) });

export type PublishDialogProps = {
  model: Model;
  revision: number;
  faults: readonly DiagramFault[];
  onClose: () => void;
};

export function PublishDialog({ model, revision, faults, onClose }: PublishDialogProps) {
  const t = useT();
  const go = useNavigate();
  const form = useZodForm(Note, { note: '' });
  const errors = faults.filter(({ severity }) => severity === 'error');
  const own = model.mayPublish;
  async function send({ note }: { note: string }): Promise<void> {
    const said = { id: model.id, revision, note: note || null };
    await (own ? api.processes.publish(said) : api.processes.propose(said));
    await refreshProcesses();
    onClose();
    notifications.show({ message: t(own ? 'process.published' : 'process.proposed') });
    await go({ to: '/processes/$modelId', params: { modelId: model.id }, search: { view: 'versions' } });
  }
  return (
    <Dialog opened onClose={onClose} title={t(own ? 'process.publish' : 'process.propose')} size="lg">
      {errors.length > 0 ? (
        <>
          <Text mb="sm">{t('process.faults-first')}</Text>
          <FaultList faults={errors} nameOf={() => ''} />
        </>
      ) : (
        <Form form={form} onSubmit={send}>
          <Text>{t(own ? 'process.publish-means' : 'process.propose-means', { owner: model.owner.name })}</Text>
          <ProseField name="note" label={t('process.why')} hint={t('process.why-hint')} rows={2} />
          <SubmitButton>{t(own ? 'process.publish' : 'process.propose')}</SubmitButton>
        </Form>
      )}
    </Dialog>
  );
}
