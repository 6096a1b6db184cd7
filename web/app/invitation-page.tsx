// Accepting an invitation: who invites, the person's name, a password; then signed in.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';
import { Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { signIn } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PasswordField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { FrontPage } from './front-page.tsx';

const route = getRouteApi('/invitation/$token');

export function InvitationPage() {
  const t = useT();
  const { token } = route.useParams();
  const invitation = useQuery(orpc.organisation.readInvitation.queryOptions({ input: { token } }));
  const name = useLocaleText()(invitation.data?.organisation);
  return (
    <FrontPage
      title={t('app.invitation')}
      purpose={invitation.data ? t('app.invitation-purpose', { name }) : undefined}
    >
      {invitation.isPending ? <TextSkeleton /> : null}
      <ErrorNote error={invitation.error} />
      {invitation.data ? <Acceptance token={token} {...invitation.data} /> : null}
    </FrontPage>
  );
}

type AcceptanceProps = { token: string; email: string; name: string; hasAccount: boolean };

function Acceptance({ token, email, name, hasAccount }: AcceptanceProps) {
  const t = useT();
  const schema = z.object({ name: Line, password: z.string().min(10).max(200) });
  const form = useZodForm(schema, { name, password: '' });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await api.organisation.acceptInvitation({ token, ...values });
        const { secondFactor } = await signIn({ email, password: values.password, rememberMe: false });
        location.assign(secondFactor ? '/sign-in' : '/');
      }}
    >
      <Text>
        {t('app.email')}: <Ltr>{email}</Ltr>
      </Text>
      <TextField name="name" label={t('app.your-name')} autoComplete="name" required />
      <PasswordField
        name="password"
        label={t('app.password')}
        hint={t(hasAccount ? 'app.password-existing' : 'app.password-hint')}
        showLabel={t('app.show-password')}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        required
      />
      <SubmitButton fullWidth>{t('app.accept')}</SubmitButton>
    </Form>
  );
}
