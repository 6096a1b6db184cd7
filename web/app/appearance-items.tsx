// Light or dark, airy or dense: choices of this device.
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { type Density, setPreferences, usePreferences } from '#web/lib/preferences.ts';

const schemes = ['light', 'dark', 'auto'] as const;
const densities = ['comfortable', 'compact'] as const;

export function AppearanceItems() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density } = usePreferences();
  return (
    <>
      <Menu.Label>{t('app.colours')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        aria-label={t('app.colours')}
      >
        {schemes.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`app.colours.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('app.density')}</Menu.Label>
      <Menu.RadioGroup
        value={density}
        onChange={(chosen) => setPreferences({ density: chosen as Density })}
        aria-label={t('app.density')}
      >
        {densities.map((one) => (
          <Menu.RadioItem key={one} value={one}>
            {t(`app.density.${one}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
