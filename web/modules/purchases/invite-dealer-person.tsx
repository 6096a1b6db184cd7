// Invites somebody who sells for a dealer; then the link, to be handed over in any way.
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { Email, Language, Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { CopyLine } from '#web/ui/copy-line.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { EmailField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Dealer, refreshDealers } from './use-dealers.ts';

const Entry = z.object({ name: Line, email: Email, language: Language.nullable() });
type Sent = Awaited<ReturnType<typeof api.purchases.inviteDealerPerson>>;

export function InviteDealerPerson({ dealer, onClose }: { dealer: Dealer; onClose: () => void }) {
  const t = useT();
  const [sent, setSent] = useState<Sent | null>(null);
  const form = useZodForm(Entry, { name: '', email: '', language: null });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(sent ? 'dealer.invitation-made' : 'dealer.invite')}
      // The link is shown only once: a slip beside the dialog must not lose it.
      closeOnClickOutside={!sent}
    >
      {sent ? (
        <Stack>
          <CopyLine label={t('dealer.invitation-link')} value={sent.link} />
          <Text>{t('dealer.invitation-by-hand')}</Text>
          <Text c="dimmed">
            {t('dealer.invitation-ends')} <DateText value={sent.expiresAt} show="date-time" />
          </Text>
          <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
            {t('dealer.done')}
          </Button>
        </Stack>
      ) : (
        <Form
          form={form}
          onSubmit={async ({ language, ...values }) => {
            setSent(
              await api.purchases.inviteDealerPerson({
                id: dealer.id,
                ...values,
                ...(language ? { language } : {}),
              }),
            );
            await refreshDealers();
          }}
        >
          <Text c="dimmed">{t('dealer.invite-hint')}</Text>
          <TextField name="name" label={t('dealer.person-name')} autoComplete="off" required startHere />
          <EmailField name="email" label={t('dealer.email')} autoComplete="off" required />
          <SelectField
            name="language"
            label={t('dealer.language')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            clearable
          />
          <SubmitButton>{t('dealer.make-link')}</SubmitButton>
        </Form>
      )}
    </Dialog>
  );
}
