// Setting a new password by a link that an administrator made; then signed in.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { signIn } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PasswordField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { FrontPage } from './front-page.tsx';

const route = getRouteApi('/password/$token');
const Entry = z.object({ password: z.string().min(10).max(200) });

export function PasswordPage() {
  const t = useT();
  const { token } = route.useParams();
  // Asked once: after the password is set the link is used up, and the page is about to leave.
  const link = useQuery(
    orpc.organisation.readPasswordLink.queryOptions({ input: { token }, staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <FrontPage
      title={t('app.new-password')}
      purpose={link.data ? t('app.new-password-purpose', { name: link.data.name }) : undefined}
    >
      {link.isPending ? <TextSkeleton /> : null}
      <ErrorNote error={link.error} />
      {link.data ? <NewPassword token={token} email={link.data.email} /> : null}
    </FrontPage>
  );
}

function NewPassword({ token, email }: { token: string; email: string }) {
  const t = useT();
  const form = useZodForm(Entry, { password: '' });
  return (
    <Form
      form={form}
      onSubmit={async ({ password }) => {
        await api.organisation.setPassword({ token, password });
        const { secondFactor } = await signIn({ email, password, rememberMe: false });
        location.assign(secondFactor ? '/sign-in' : '/');
      }}
    >
      <Text>
        {t('app.email')}: <Ltr>{email}</Ltr>
      </Text>
      {/* Password managers keep the new password for this address. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="password"
        label={t('app.new-password')}
        hint={t('app.password-hint')}
        showLabel={t('app.show-password')}
        autoComplete="new-password"
        required
        startHere
      />
      <SubmitButton fullWidth>{t('app.set-password')}</SubmitButton>
    </Form>
  );
}
