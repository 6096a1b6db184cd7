// One's own profile: name and language, password, second factor, and the devices that are signed in.
import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { usePanels } from '#web/lib/slots.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { OwnForm } from './own-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { roleNames } from './roles.ts';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';

export function ProfilePage() {
  const t = useT();
  const { person } = useSession();
  const panels = usePanels('profile-page');
  return (
    <Page title={t('organisation.profile')} purpose={t('organisation.profile-purpose')} width="reading">
      <Stack gap={40}>
        <Part id="own" title={t('organisation.own-part')}>
          <Text c="dimmed" mb="md">
            <Ltr>{person.email}</Ltr> · {roleNames(t, person.roles)}
          </Text>
          <OwnForm />
        </Part>
        <Part id="password" title={t('organisation.password')}>
          <PasswordForm email={person.email} />
        </Part>
        <Part id="second-factor" title={t('organisation.second-factor')}>
          <SecondFactor />
        </Part>
        <Part id="sessions" title={t('organisation.sessions')}>
          <SessionList />
        </Part>
        {panels.map((Panel, index) => (
          // The panels of an app never change their places.
          // oxlint-disable-next-line react/no-array-index-key
          <Suspense key={index} fallback={<TextSkeleton />}>
            <Panel />
          </Suspense>
        ))}
      </Stack>
    </Page>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
