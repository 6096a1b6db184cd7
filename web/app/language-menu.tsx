// The menu of the three languages in the top bar.
import { Menu } from '@mantine/core';
import type { OverlayProps } from '#web/ui/late-overlay.tsx';
import { LanguageItems } from './language-items.tsx';

export function LanguageMenu({ target, ...state }: OverlayProps) {
  return (
    <Menu withinPortal={false} {...state}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}
