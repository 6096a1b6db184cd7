// One person: how to reach them, where they work, what they may do, and whether they can sign in.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { PasswordLinkDialog } from './password-link-dialog.tsx';
import { PersonForm } from './person-form.tsx';
import { roleNames } from './roles.ts';
import { UnitName } from './unit-name.tsx';
import { type Person, refreshPeople } from './use-people.ts';

export function PersonPanel({ person }: { person: Person }) {
  const t = useT();
  const mayManage = useMay('person.manage');
  const [asking, setAsking] = useState(false);
  const [linking, setLinking] = useState(false);
  const access = useMutation({
    mutationFn: (active: boolean) => api.organisation.updatePerson({ id: person.id, active }),
    onSuccess: async () => {
      setAsking(false);
      await refreshPeople();
    },
  });
  return (
    <Stack gap="lg">
      {person.active ? null : <Text fw={600}>{t('organisation.inactive-means')}</Text>}
      <Facts>
        <Fact term={t('organisation.email')}>
          <Anchor href={`mailto:${person.email}`}>
            <Ltr>{person.email}</Ltr>
          </Anchor>
        </Fact>
        <Fact term={t('organisation.language')}>
          {person.language ? languageNames[person.language] : t('organisation.language-of-organisation')}
        </Fact>
        <Fact term={t('organisation.unit')}>
          {person.unitIds.length === 0
            ? t('organisation.no-unit')
            : person.unitIds.map((id) => (
                <div key={id}>
                  <PageLink to="/organisation" search={{ unit: id }}>
                    <UnitName id={id} />
                  </PageLink>
                </div>
              ))}
        </Fact>
        {mayManage ? null : <Fact term={t('organisation.roles')}>{roleNames(t, person.roles)}</Fact>}
      </Facts>
      {mayManage ? (
        <>
          <PersonForm person={person} />
          {person.active ? (
            <Group gap="xs">
              <Button variant="default" onClick={() => setLinking(true)}>
                {t('organisation.password-link')}
              </Button>
              <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
                {t('organisation.deactivate')}
              </Button>
            </Group>
          ) : (
            <>
              <ErrorNote error={access.error} />
              <Button variant="default" loading={access.isPending} onClick={() => access.mutate(true)}>
                {t('organisation.reactivate')}
              </Button>
            </>
          )}
          {linking ? <PasswordLinkDialog person={person} onClose={() => setLinking(false)} /> : null}
          <ConfirmDialog
            opened={asking}
            onClose={() => {
              setAsking(false);
              access.reset();
            }}
            onConfirm={() => access.mutate(false)}
            title={t('organisation.deactivate')}
            confirmLabel={t('organisation.deactivate')}
            danger
            busy={access.isPending}
            error={access.error}
          >
            {t('organisation.deactivate-means', { name: person.name })}
          </ConfirmDialog>
        </>
      ) : null}
    </Stack>
  );
}
