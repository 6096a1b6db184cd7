// The person's own menu: who is signed in, shortcuts, sign-out; on a phone also language and appearance.
import { Box, Menu, Text } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { signOut } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import type { OverlayProps } from '#web/ui/late-overlay.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { AppearanceItems } from './appearance-items.tsx';
import { LanguageItems } from './language-items.tsx';

export function ProfileMenu({ target, onKeys, ...state }: OverlayProps & { onKeys: () => void }) {
  const t = useT();
  const { person } = useSession();

  async function leave(): Promise<void> {
    // Also when the server cannot be reached: the sign-in page will say so.
    await signOut().catch(() => undefined);
    location.assign('/sign-in');
  }

  return (
    <Menu width={240} withinPortal={false} {...state}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py="xs">
          <Text fw={600} truncate>
            <bdi>{person.name}</bdi>
          </Text>
          <Text c="dimmed" size="sm" truncate>
            <Ltr>{person.email}</Ltr>
          </Text>
        </Box>
        <Menu.Divider />
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t('app.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onKeys}>
          {t('app.keys')}
        </Menu.Item>
        <Box hiddenFrom="sm">
          <Menu.Label>{t('app.language')}</Menu.Label>
          <LanguageItems />
          <AppearanceItems />
          <Menu.Divider />
        </Box>
        <Menu.Item leftSection={<IconLogout size={16} data-flips aria-hidden />} onClick={() => void leave()}>
          {t('app.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
