// Signing in: e-mail and password, then the code of the authenticator app where one is set up.
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { signIn, verifyRecoveryCode, verifySecondFactor } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { CodeField, EmailField, PasswordField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { FrontPage } from './front-page.tsx';
import { SingleSignOn, SingleSignOnRefusal } from './single-sign-on.tsx';

const Credentials = z.object({ email: z.email(), password: z.string().min(1), rememberMe: z.boolean() });
const Code = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, { error: 'six-digits' }),
});
const RecoveryCode = z.object({ code: z.string().trim().min(8) });
const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next = '/', failed, error } = route.useSearch();
  const [step, setStep] = useState<'password' | 'code'>('password');
  // A whole new page: nothing of a session before may stay in memory.
  const enter = () => location.assign(next);
  return step === 'password' ? (
    <PasswordStep next={next} refused={failed && (error ?? '')} onCode={() => setStep('code')} onDone={enter} />
  ) : (
    <CodeStep onBack={() => setStep('password')} onDone={enter} />
  );
}

type PasswordStepProps = {
  next: string;
  /** Why the organisation's own account did not let them in. */
  refused: string | undefined;
  onCode: () => void;
  onDone: () => void;
};

function PasswordStep({ next, refused, onCode, onDone }: PasswordStepProps) {
  const t = useT();
  const form = useZodForm(Credentials, { email: '', password: '', rememberMe: false });
  const [forgotten, setForgotten] = useState(false);
  return (
    <FrontPage title={t('app.sign-in')} purpose={t('app.sign-in-purpose')}>
      {refused === undefined ? null : <SingleSignOnRefusal error={refused} />}
      <Form
        form={form}
        onSubmit={async (values) => {
          const { secondFactor } = await signIn(values);
          if (secondFactor) onCode();
          else onDone();
        }}
      >
        <EmailField name="email" label={t('app.email')} autoComplete="username" required startHere />
        <PasswordField
          name="password"
          label={t('app.password')}
          showLabel={t('app.show-password')}
          autoComplete="current-password"
          required
        />
        <SwitchField name="rememberMe" label={t('app.remember-me')} hint={t('app.remember-me-hint')} />
        <SubmitButton fullWidth>{t('app.sign-in')}</SubmitButton>
        <Stack gap={4}>
          <Anchor
            component="button"
            type="button"
            ta="start"
            aria-expanded={forgotten}
            onClick={() => setForgotten(!forgotten)}
          >
            {t('app.forgotten')}
          </Anchor>
          {forgotten ? <Text c="dimmed">{t('app.forgotten-hint')}</Text> : null}
        </Stack>
      </Form>
      <SingleSignOn next={next} />
    </FrontPage>
  );
}

function CodeStep({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const t = useT();
  const [recovery, setRecovery] = useState(false);
  const code = useZodForm(Code, { code: '' });
  const recoveryCode = useZodForm(RecoveryCode, { code: '' });
  return (
    <FrontPage
      title={t('app.second-factor')}
      purpose={t(recovery ? 'app.recovery-purpose' : 'app.second-factor-purpose')}
    >
      <Form
        key={recovery ? 'recovery' : 'code'}
        form={recovery ? recoveryCode : code}
        onSubmit={async (values) => {
          await (recovery ? verifyRecoveryCode(values) : verifySecondFactor(values));
          onDone();
        }}
      >
        <CodeField
          name="code"
          label={t(recovery ? 'app.recovery-code' : 'app.code')}
          autoComplete={recovery ? 'off' : 'one-time-code'}
          numeric={!recovery}
          required
          startHere
          maxLength={recovery ? 30 : 6}
        />
        <SubmitButton fullWidth>{t('app.go-on')}</SubmitButton>
        <Button variant="subtle" onClick={() => setRecovery(!recovery)}>
          {t(recovery ? 'app.with-code' : 'app.with-recovery-code')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('app.other-account')}
        </Button>
      </Form>
    </FrontPage>
  );
}
