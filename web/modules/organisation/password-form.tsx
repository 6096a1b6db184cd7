// Changes one's own password and, if wished, signs out every other device.
import { VisuallyHidden } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { z } from 'zod';
import { callSignIn } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { PasswordField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { sessionsKey } from './use-sessions.ts';

const Entry = z.object({
  currentPassword: z.string().min(1),
  newPassword: z.string().min(10).max(200),
  revokeOtherSessions: z.boolean(),
});

export function PasswordForm({ email }: { email: string }) {
  const t = useT();
  const form = useZodForm(Entry, { currentPassword: '', newPassword: '', revokeOtherSessions: true });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await callSignIn('/change-password', values);
        form.reset();
        await queryClient.invalidateQueries({ queryKey: sessionsKey });
        notifications.show({ message: t('organisation.password-changed') });
      }}
    >
      {/* Password managers ask whose password it is. */}
      <VisuallyHidden>
        <input type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
      </VisuallyHidden>
      <PasswordField
        name="currentPassword"
        label={t('organisation.password-now')}
        showLabel={t('organisation.show-password')}
        autoComplete="current-password"
        required
      />
      <PasswordField
        name="newPassword"
        label={t('organisation.password-new')}
        hint={t('organisation.password-hint')}
        showLabel={t('organisation.show-password')}
        autoComplete="new-password"
        required
      />
      <SwitchField
        name="revokeOtherSessions"
        label={t('organisation.password-others')}
        hint={t('organisation.password-others-hint')}
      />
      <SubmitButton>{t('organisation.password-change')}</SubmitButton>
    </Form>
  );
}
