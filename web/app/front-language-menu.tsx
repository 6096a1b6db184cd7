// The menu of the three languages before signing in: the choice is kept on the device only.
import { Menu } from '@mantine/core';
import { languageNames, languages, switchLanguage } from '#web/lib/direction.ts';
import type { OverlayProps } from '#web/ui/late-overlay.tsx';

export function FrontLanguageMenu({ target, ...state }: OverlayProps) {
  return (
    <Menu withinPortal={false} {...state}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language} lang={language} onClick={() => switchLanguage(language)}>
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
