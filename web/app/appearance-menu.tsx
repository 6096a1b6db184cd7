// The menu of light, dark and density in the top bar.
import { Menu } from '@mantine/core';
import type { OverlayProps } from '#web/ui/late-overlay.tsx';
import { AppearanceItems } from './appearance-items.tsx';

export function AppearanceMenu({ target, ...state }: OverlayProps) {
  return (
    <Menu withinPortal={false} {...state}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <AppearanceItems />
      </Menu.Dropdown>
    </Menu>
  );
}
