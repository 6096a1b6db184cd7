// Notices to staff in the app: the bell in the bar, the page of all, and when mail tells of them.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconBell } from '@tabler/icons-react';
import { lazy } from 'react';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';

const Bell = lazy(async () => ({ default: (await import('./bell.tsx')).Bell }));
const Preferences = lazy(async () => ({ default: (await import('./preferences.tsx')).Preferences }));

const noticesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/notifications',
  validateSearch: ({ state }: Record<string, unknown>) =>
    presentParams({ state: choiceParam(state, ['unread'] as const) }),
  component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
});

export const notifications = {
  name: 'notifications',
  routes: [noticesRoute],
  panels: [
    { slot: 'top-bar', component: Bell, permission: 'notification.read', order: 10 },
    { slot: 'profile-page', component: Preferences, permission: 'notification.read', order: 10 },
  ],
  commands: [
    {
      id: 'notifications',
      labelKey: 'notification.title',
      to: '/notifications',
      icon: IconBell,
      permission: 'notification.read',
    },
  ],
} as const satisfies WebModule;
