// Begins a form: its name and its key; the fields are made on the page that follows.
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { LocaleText } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { showForm } from './use-forms.ts';

const Begin = z.object({
  name: LocaleText,
  key: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'form-key' }),
});

export function NewFormDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const go = useNavigate();
  const form = useZodForm(Begin, { name: {}, key: '' });
  return (
    <Dialog opened onClose={onClose} title={t('form.add')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const made = await api.forms.create(values);
          await showForm(made);
          await go({ to: '/settings/forms/$formId', params: { formId: made.id } });
        }}
      >
        <LocaleTextField name="name" label={t('form.name')} required />
        <CodeField name="key" label={t('form.key')} hint={t('form.key-hint')} required maxLength={40} />
        <SubmitButton>{t('form.begin')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
