// Makes a key: what it is for and what it may do; then the secret, shown this once.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { Line } from '#contract/common.ts';
import { ApiKeyScope } from '#contract/organisation.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { CopyLine } from '#web/ui/copy-line.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';

const Entry = z.object({ name: Line, scopes: z.array(ApiKeyScope).min(1) });

export function ApiKeyDialog({ onClose, onMade }: { onClose: () => void; onMade: () => Promise<unknown> }) {
  const t = useT();
  const [secret, setSecret] = useState<string | null>(null);
  const form = useZodForm(Entry, { name: '', scopes: ['cases:read'] });
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t(secret ? 'organisation.key-ready' : 'organisation.make-key')}
      // The secret is never shown again: a slip must not lose it.
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? (
        <Stack>
          <Alert variant="light" color="yellow" icon={<IconEyeOff aria-hidden />}>
            <Text>{t('organisation.key-once')}</Text>
          </Alert>
          <CopyLine label={t('organisation.key-secret')} value={secret} />
          <Text c="dimmed" size="sm">
            {t('organisation.key-use')}
          </Text>
          <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
            {t('organisation.key-kept')}
          </Button>
        </Stack>
      ) : (
        <Form
          form={form}
          onSubmit={async (values) => {
            const made = await api.organisation.createApiKey(values);
            setSecret(made.secret);
            await onMade();
          }}
        >
          <TextField
            name="name"
            label={t('organisation.key-name')}
            hint={t('organisation.key-name-hint')}
            autoComplete="off"
            required
            startHere
          />
          <CheckboxesField
            name="scopes"
            label={t('organisation.key-may')}
            choices={ApiKeyScope.options.map((value) => ({
              value,
              label: t(`organisation.scope.${value}`),
              hint: t(`organisation.scope.${value}-hint`),
            }))}
            required
          />
          <SubmitButton>{t('organisation.make-key')}</SubmitButton>
        </Form>
      )}
    </Dialog>
  );
}
