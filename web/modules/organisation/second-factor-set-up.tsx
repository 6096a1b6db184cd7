// Takes the secret into an authenticator app, proves it with a code, then hands out the recovery codes.
import { Anchor, Button, Center, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod';
import { verifySecondFactor } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { CopyLine } from '#web/ui/copy-line.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';

export type SetUp = { totpURI: string; backupCodes: string[] };

/** Nobody but who sets up a second factor needs it. */
const QrCode = lazy(async () => ({ default: (await import('#web/ui/qr-code.tsx')).QrCode }));
/** Its room before it is there. */
const qrCodeSide = 208;

const Code = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, { error: 'six-digits' }),
});

export type SecondFactorSetUpProps = { setUp: SetUp; onProved: () => Promise<unknown>; onClose: () => void };

export function SecondFactorSetUp({ setUp, onProved, onClose }: SecondFactorSetUpProps) {
  const t = useT();
  const [proved, setProved] = useState(false);
  const form = useZodForm(Code, { code: '' });
  const secret = new URL(setUp.totpURI).searchParams.get('secret') ?? '';
  if (proved) return <RecoveryCodes codes={setUp.backupCodes} onClose={onClose} />;
  return (
    <Stack>
      <Text>{t('organisation.factor-qr-hint')}</Text>
      <Center mih={qrCodeSide}>
        <Suspense fallback={null}>
          <QrCode text={setUp.totpURI} label={t('organisation.factor-qr')} />
        </Suspense>
      </Center>
      <Text>{t('organisation.factor-secret-hint')}</Text>
      <CopyLine
        label={t('organisation.factor-secret')}
        value={secret}
        shown={secret.match(/.{1,4}/g)?.join(' ') ?? ''}
      />
      <Text c="dimmed" size="sm">
        <Anchor href={setUp.totpURI} size="sm">
          {t('organisation.factor-open-app')}
        </Anchor>
      </Text>
      <Form
        form={form}
        onSubmit={async (values) => {
          await verifySecondFactor(values);
          setProved(true);
          await onProved();
        }}
      >
        <CodeField
          name="code"
          label={t('organisation.factor-code')}
          hint={t('organisation.factor-code-hint')}
          autoComplete="one-time-code"
          numeric
          required
          maxLength={6}
        />
        <SubmitButton>{t('organisation.factor-prove')}</SubmitButton>
      </Form>
    </Stack>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useT();
  return (
    <Stack>
      <Text fw={600}>{t('organisation.factor-done')}</Text>
      <Text>{t('organisation.recovery-hint')}</Text>
      <CopyLine label={t('organisation.recovery-codes')} value={codes.join('\n')} shown={codes.join('   ')} />
      <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
        {t('organisation.recovery-kept')}
      </Button>
    </Stack>
  );
}
