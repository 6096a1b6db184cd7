// The three languages, each in its own words; a choice of a signed-in person is kept with the person.
import { Menu } from '@mantine/core';
import { api } from '#web/lib/api.ts';
import { isLanguage, languageNames, languages, switchLanguage } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';

export function LanguageItems() {
  const t = useT();

  async function choose(language: string): Promise<void> {
    if (!isLanguage(language)) return;
    // The page changes even if the server cannot be told now: the choice is also kept on the device.
    await api.organisation.updateMe({ language }).catch(() => undefined);
    switchLanguage(language);
  }

  return (
    <Menu.RadioGroup
      value={useLanguage()}
      onChange={(language) => void choose(language)}
      aria-label={t('app.language')}
    >
      {languages.map((language) => (
        <Menu.RadioItem key={language} value={language} lang={language}>
          {languageNames[language]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
