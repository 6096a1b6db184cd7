// The staff app: theme by language and organisation, texts, data, pages.
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { directionOf } from '#web/lib/direction.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import { useNoticePlaceWanted } from '#web/lib/notice-place.ts';
import { usePreferences } from '#web/lib/preferences.ts';
import { queryClient } from '#web/lib/query.ts';
import { sessionQuery } from '#web/lib/session.ts';
import { router } from './router.tsx';
import { ridaTheme } from './theme.ts';

// Drawn once a page has brought it along, so it never waits.
const Notices = lazy(async () => ({ default: (await import('#web/lib/notices.ts')).Notifications }));
const colourScheme = localStorageColorSchemeManager({ key: 'rida.colour-scheme' });

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <DirectionProvider
        initialDirection={document.documentElement.dir === 'ltr' ? 'ltr' : 'rtl'}
        detectDirection={false}
      >
        <Themed />
      </DirectionProvider>
    </QueryClientProvider>
  );
}

function Themed() {
  const language = useLanguage();
  const { density } = usePreferences();
  const { setDirection } = useDirection();
  const withNotices = useNoticePlaceWanted();
  // Never asked for here: only what the shell has loaded counts.
  const colour = useQuery({ ...sessionQuery, enabled: false }).data?.organisation.primaryColour ?? null;
  const theme = useMemo(() => ridaTheme(language, density, colour), [language, density, colour]);
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colourScheme}>
      <RouterProvider router={router} />
      {withNotices ? (
        <Suspense fallback={null}>
          <Notices position="bottom-center" limit={3} />
        </Suspense>
      ) : null}
    </MantineProvider>
  );
}
