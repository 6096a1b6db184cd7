// Places a customer by hand, with the reason that colleagues will read.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { Id, Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshTree, treeQuery } from './use-tree.ts';

const Pin = z.object({ segmentId: Id, reason: Line });

export function PinDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useT();
  const nodes = useQuery(treeQuery()).data?.nodes ?? [];
  const form = useZodForm(Pin, { reason: '' });
  return (
    <Dialog opened onClose={onClose} title={t('segment.pin')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          await api.segments.pin({ customerId, ...values });
          await refreshTree();
          onClose();
        }}
      >
        <TreeField
          name="segmentId"
          label={t('segment.segment')}
          required
          entries={nodes.map((node) => ({ ...node, sortOrder: node.order }))}
        />
        <ProseField name="reason" label={t('segment.pin-reason')} hint={t('segment.pin-hint')} required rows={2} />
        <SubmitButton>{t('segment.pin')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
