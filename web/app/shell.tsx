// The frame around every page of a signed-in person: navigation at the inline start, top bar, the page.
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useKeys } from '#web/lib/keys.ts';
import { listen } from '#web/lib/live.ts';
import { useMay } from '#web/lib/permissions.ts';
import { usePanels } from '#web/lib/slots.ts';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useNavigation } from './use-navigation.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx').then((file) => ({ default: file.CommandPalette })));
const KeyList = lazy(() => import('./key-list.tsx').then((file) => ({ default: file.KeyList })));

export function Shell() {
  const t = useT();
  const [menuOpen, { close: closeMenu, toggle: toggleMenu }] = useDisclosure(false);
  // Both load their code when first opened; afterwards they stay, so that closing can be seen.
  const [palette, setPalette] = useState({ wanted: false, open: false });
  const [keyList, setKeyList] = useState({ wanted: false, open: false });
  const openPalette = () => setPalette({ wanted: true, open: true });
  const openKeyList = () => setKeyList({ wanted: true, open: true });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const hasNavigation = useNavigation().length > 0;

  useKeys([
    { code: 'KeyK', mod: true, labelKey: 'app.search', run: openPalette },
    { code: 'Slash', labelKey: 'app.search', run: openPalette },
    { code: 'Slash', shift: true, labelKey: 'app.keys', run: openKeyList },
  ]);
  // The stream stays open as long as somebody is signed in, so that the indicator tells the truth on every page.
  // Somebody of a dealer hears nothing of the organisation: the server refuses the stream to them.
  const hears = useMay('case.read');
  useEffect(() => (hears ? listen(() => undefined) : undefined), [hears]);
  useEffect(() => closeMenu(), [path, closeMenu]);

  return (
    <div className={classes['shell']} data-navigation={hasNavigation || undefined}>
      <a className={classes['skip']} href="#content">
        {t('app.skip')}
      </a>
      <header className={classes['header']}>
        <TopBar
          menuOpen={menuOpen}
          hasMenu={hasNavigation}
          onMenu={toggleMenu}
          onSearch={openPalette}
          onKeys={openKeyList}
        />
      </header>
      {hasNavigation ? (
        <nav className={classes['navbar']} data-open={menuOpen || undefined} aria-label={t('app.navigation')}>
          <Navigation />
        </nav>
      ) : null}
      <main id="content" tabIndex={-1} className={classes['main']}>
        <AbovePage />
        <Outlet />
      </main>
      <Suspense fallback={null}>
        {palette.wanted ? (
          <CommandPalette open={palette.open} onClose={() => setPalette({ wanted: true, open: false })} />
        ) : null}
        {keyList.wanted ? (
          <KeyList open={keyList.open} onClose={() => setKeyList({ wanted: true, open: false })} />
        ) : null}
      </Suspense>
    </div>
  );
}

/** What other parts must tell on every page, such as announcements. */
function AbovePage() {
  return usePanels('above-page').map((Panel, index) => (
    // The panels of an app never change their places.
    // oxlint-disable-next-line react/no-array-index-key
    <Suspense key={index} fallback={null}>
      <Panel />
    </Suspense>
  ));
}
