// Invites a person: who it is and what they may do; then the link, to be handed over in any way.
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { Email, Id, Language, Line } from '#contract/common.ts';
import { Role } from '#contract/organisation.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { localeText } from '#web/lib/locale-text.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import { CopyLine } from '#web/ui/copy-line.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { CheckboxesField, type Choice } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { EmailField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { roleChoices } from './roles.ts';
import { refreshInvitations } from './use-invitations.ts';
import { useStructure } from './use-structure.ts';

const Entry = z.object({
  email: Email,
  name: Line,
  roles: z.array(Role).min(1),
  positionId: Id.nullable(),
  language: Language.nullable(),
});

/** What is known already: somebody whose earlier invitation ended. */
export type Invitee = { email?: string; name?: string; roles?: Role[] };
type Sent = Awaited<ReturnType<typeof api.organisation.invite>>;

export function InviteDialog({ invitee, onClose }: { invitee: Invitee; onClose: () => void }) {
  const t = useT();
  const [sent, setSent] = useState<Sent | null>(null);
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t(sent ? 'organisation.invitation-made' : 'organisation.invite')}
      // The link is shown only once: a slip beside the dialog must not lose it.
      closeOnClickOutside={!sent}
    >
      {sent ? <Link sent={sent} onClose={onClose} /> : <Invite invitee={invitee} onSent={setSent} />}
    </Dialog>
  );
}

function Invite({ invitee, onSent }: { invitee: Invitee; onSent: (sent: Sent) => void }) {
  const t = useT();
  const positions = useVacantPositions();
  const form = useZodForm(Entry, {
    email: invitee.email ?? '',
    name: invitee.name ?? '',
    roles: invitee.roles ?? ['agent'],
    positionId: null,
    language: null,
  });
  return (
    <Form
      form={form}
      onSubmit={async ({ positionId, language, ...values }) => {
        const answer = await api.organisation.invite({
          ...values,
          ...(positionId ? { positionId } : {}),
          ...(language ? { language } : {}),
        });
        onSent(answer);
        await refreshInvitations();
      }}
    >
      <TextField name="name" label={t('organisation.name')} autoComplete="off" required startHere />
      <EmailField name="email" label={t('organisation.email')} autoComplete="off" required />
      <CheckboxesField name="roles" label={t('organisation.roles')} choices={roleChoices(t)} required />
      {positions.length > 0 ? (
        <SelectField
          name="positionId"
          label={t('organisation.vacant-position')}
          hint={t('organisation.vacant-position-hint')}
          choices={positions}
          clearable
          searchable
        />
      ) : null}
      <SelectField
        name="language"
        label={t('organisation.language')}
        hint={t('organisation.language-hint')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        clearable
      />
      <SubmitButton>{t('organisation.make-link')}</SubmitButton>
    </Form>
  );
}

function Link({ sent, onClose }: { sent: Sent; onClose: () => void }) {
  const t = useT();
  return (
    <Stack>
      <Text>
        {t('organisation.invitation-for', { name: sent.name })} <Ltr>{sent.email}</Ltr>
      </Text>
      <CopyLine label={t('organisation.invitation-link')} value={sent.link} />
      <Text>{t('organisation.invitation-by-hand')}</Text>
      <Text c="dimmed">
        {t('organisation.invitation-ends')} <DateText value={sent.expiresAt} show="date-time" />
      </Text>
      <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
        {t('organisation.done')}
      </Button>
    </Stack>
  );
}

function useVacantPositions(): Choice[] {
  const { structure } = useStructure();
  const language = useLanguage();
  const units = new Map(structure?.units.map((unit) => [unit.id, unit]));
  return (structure?.positions ?? [])
    .filter((position) => position.personId === null)
    .map((position) => ({
      value: position.id,
      label: `${localeText(position.title, language)} · ${localeText(units.get(position.unitId)?.name, language)}`,
    }));
}
