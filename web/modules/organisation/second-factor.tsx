// The second factor: whether it is on, setting it up in an authenticator app, and turning it off.
import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { callSignIn } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { sessionQuery, useSession } from '#web/lib/session.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PasswordField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { SecondFactorSetUp, type SetUp } from './second-factor-set-up.tsx';

const Password = z.object({ password: z.string().min(1) });

export function SecondFactor() {
  const t = useT();
  const { twoFactorEnabled } = useSession();
  const [asked, setAsked] = useState<'on' | 'off' | null>(null);
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const close = () => {
    setAsked(null);
    setSetUp(null);
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return (
    <>
      <Group gap="xs" mb="xs" wrap="nowrap">
        {twoFactorEnabled ? (
          <IconShieldCheck size={20} stroke={1.6} aria-hidden />
        ) : (
          <IconShieldOff size={20} stroke={1.6} aria-hidden />
        )}
        <Text fw={600}>{t(twoFactorEnabled ? 'organisation.factor-on' : 'organisation.factor-off')}</Text>
      </Group>
      <Text mb="sm">{t(twoFactorEnabled ? 'organisation.factor-on-hint' : 'organisation.factor-off-hint')}</Text>
      <Button variant="default" onClick={() => setAsked(twoFactorEnabled ? 'off' : 'on')}>
        {t(twoFactorEnabled ? 'organisation.factor-turn-off' : 'organisation.factor-turn-on')}
      </Button>
      <Dialog
        opened={asked !== null}
        onClose={close}
        size="lg"
        closeOnClickOutside={!setUp}
        title={t(asked === 'off' ? 'organisation.factor-turn-off' : 'organisation.factor-turn-on')}
      >
        {setUp ? (
          <SecondFactorSetUp setUp={setUp} onProved={refresh} onClose={close} />
        ) : asked === 'off' ? (
          <PasswordStep
            act={t('organisation.factor-turn-off')}
            hint={t('organisation.factor-turn-off-hint')}
            onPassword={async (password) => {
              await callSignIn('/two-factor/disable', { password });
              await refresh();
              close();
            }}
          />
        ) : (
          <PasswordStep
            act={t('organisation.factor-go-on')}
            hint={t('organisation.factor-password-hint')}
            onPassword={async (password) => setSetUp(await callSignIn<SetUp>('/two-factor/enable', { password }))}
          />
        )}
      </Dialog>
    </>
  );
}

type PasswordStepProps = { act: string; hint: string; onPassword: (password: string) => Promise<unknown> };

function PasswordStep({ act, hint, onPassword }: PasswordStepProps) {
  const t = useT();
  const form = useZodForm(Password, { password: '' });
  return (
    <Form form={form} onSubmit={({ password }) => onPassword(password)}>
      <Text>{hint}</Text>
      <PasswordField
        name="password"
        label={t('organisation.password-now')}
        showLabel={t('organisation.show-password')}
        autoComplete="current-password"
        required
        startHere
      />
      <SubmitButton>{act}</SubmitButton>
    </Form>
  );
}
