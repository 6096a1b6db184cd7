// The step before a draft is published: what is new in it, in a line for those who come later.
import { Text } from '@mantine/core';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { showForm, type FormView } from './use-forms.ts';

const Note = z.object({ note: z.string().trim().max(500) });

export function PublishDialog({ view, revision, onClose }: { view: FormView; revision: number; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(Note, { note: '' });
  return (
    <Dialog opened onClose={onClose} title={t('form.publish-title', { number: view.draft?.number ?? 1 })}>
      <Form
        form={form}
        onSubmit={async ({ note }) => {
          const published = await api.forms.publish({ id: view.id, revision, note: note || null });
          onClose();
          await showForm(published);
          notifications.show({ message: t('form.published') });
        }}
      >
        <Text>{t(view.current ? 'form.publish-means-next' : 'form.publish-means')}</Text>
        <ProseField name="note" label={t('form.note')} hint={t('form.note-hint')} rows={2} maxLength={500} />
        <SubmitButton>{t('form.publish')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
