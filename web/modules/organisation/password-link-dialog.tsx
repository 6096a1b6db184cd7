// Makes a link by which a person sets a new password; then the link, to be handed over in any way.
import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { CopyLine } from '#web/ui/copy-line.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import type { Person } from './use-people.ts';

export function PasswordLinkDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT();
  const link = useMutation({ mutationFn: () => api.organisation.makePasswordLink({ id: person.id }) });
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t(link.data ? 'organisation.password-link-made' : 'organisation.password-link')}
      // The link is shown only once: a slip beside the dialog must not lose it.
      closeOnClickOutside={!link.data}
    >
      {link.data ? (
        <Stack>
          <Text>
            {t('organisation.invitation-for', { name: person.name })} <Ltr>{person.email}</Ltr>
          </Text>
          <CopyLine label={t('organisation.password-link-label')} value={link.data.link} />
          <Text>{t('organisation.password-link-by-hand')}</Text>
          <Text c="dimmed">
            {t('organisation.invitation-ends')} <DateText value={link.data.expiresAt} show="date-time" />
          </Text>
          <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
            {t('organisation.done')}
          </Button>
        </Stack>
      ) : (
        <Stack>
          <Text>{t('organisation.password-link-means', { name: person.name })}</Text>
          <ErrorNote error={link.error} />
          <Button
            loading={link.isPending}
            onClick={() => link.mutate()}
            style={{ alignSelf: 'flex-end' }}
            data-autofocus
          >
            {t('organisation.make-link')}
          </Button>
        </Stack>
      )}
    </Dialog>
  );
}
