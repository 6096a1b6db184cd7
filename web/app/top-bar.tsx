// The top bar: whose organisation this is, search, language, appearance, and the person.
import { ActionIcon, Avatar, Burger, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLanguage, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useSession } from '#web/lib/session.ts';
import { usePanels } from '#web/lib/slots.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import { LateOverlay } from '#web/ui/late-overlay.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { Mark } from './mark.tsx';
import classes from './shell.module.css';

const languageMenu = async () => (await import('./language-menu.tsx')).LanguageMenu;
const appearanceMenu = async () => (await import('./appearance-menu.tsx')).AppearanceMenu;
const profileMenu = async () => (await import('./profile-menu.tsx')).ProfileMenu;

export type TopBarProps = {
  menuOpen: boolean;
  hasMenu: boolean;
  onMenu: () => void;
  onSearch: () => void;
  onKeys: () => void;
};

export function TopBar({ menuOpen, hasMenu, onMenu, onSearch, onKeys }: TopBarProps) {
  const t = useT();
  const { organisation, person } = useSession();
  const name = useLocaleText()(organisation.name);
  const panels = usePanels('top-bar');
  return (
    <div className={classes['bar']}>
      {hasMenu ? (
        <Burger
          opened={menuOpen}
          onClick={onMenu}
          hiddenFrom="sm"
          size="sm"
          aria-expanded={menuOpen}
          aria-label={t('app.navigation')}
        />
      ) : null}
      <Link to="/" className={classes['brand']}>
        <Mark />
        <bdi className={classes['brand-name']}>{name}</bdi>
      </Link>
      <UnstyledButton className={classes['search'] ?? ''} onClick={onSearch} visibleFrom="sm">
        <IconSearch size={16} aria-hidden />
        <span>{t('app.search')}</span>
        <Kbd shortcut={{ code: 'KeyK', mod: true }} />
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        ms="auto"
        hiddenFrom="sm"
        aria-label={t('app.search')}
        onClick={onSearch}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      <LiveIndicator />
      {panels.map((Panel, index) => (
        // The panels of an app never change their places.
        // oxlint-disable-next-line react/no-array-index-key
        <Suspense key={index} fallback={<span className={classes['panel-place']} />}>
          <Panel />
        </Suspense>
      ))}
      <LateOverlay load={languageMenu} with={{}} popup="menu">
        <ActionIcon variant="subtle" color="gray" size={36} visibleFrom="sm" aria-label={t('app.language')}>
          <IconLanguage size={20} aria-hidden />
        </ActionIcon>
      </LateOverlay>
      <LateOverlay load={appearanceMenu} with={{}} popup="menu">
        <ActionIcon variant="subtle" color="gray" size={36} visibleFrom="sm" aria-label={t('app.appearance')}>
          <IconAdjustmentsHorizontal size={20} aria-hidden />
        </ActionIcon>
      </LateOverlay>
      <LateOverlay load={profileMenu} with={{ onKeys }} popup="menu">
        <UnstyledButton aria-label={t('app.profile-of', { name: person.name })} style={{ borderRadius: 999 }}>
          <Avatar size={36} radius="xl" color="brand" variant="light" aria-hidden>
            {initialOf(person.name)}
          </Avatar>
        </UnstyledButton>
      </LateOverlay>
    </div>
  );
}

/** One letter: two Arabic letters side by side would join into something that is no initial. */
function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first?.segment ?? '';
}
