// What cases put into the app: the inbox, registration, figures, settings, and what the palette finds.
import { lazy } from 'react';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { IconChartBar, IconClockCog, IconInbox } from '@tabler/icons-react';
import type { Notice } from '#web/lib/notification-kinds.ts';
import { shellRoute } from '#web/lib/routes.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { type QuickView, quickViews, validateCaseSearch } from './case-search.ts';
import { validateFiguresSearch } from './figures-search.ts';
import { caseCommands, caseSearches } from './palette.ts';

const CustomerCases = lazy(async () => ({ default: (await import('./customer-cases.tsx')).CustomerCases }));

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases',
  validateSearch: validateCaseSearch,
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
});

const noCaseRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./no-case.tsx'), 'NoCase'),
});

const caseRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$caseId',
  component: lazyRouteComponent(() => import('./case-pane.tsx'), 'CasePane'),
});

const registerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/new',
  component: lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage'),
});

/** Short addresses of the usual views, for the palette and for links. */
const viewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/views/$view',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/cases', search: quickViews[params.view as QuickView] ?? {} });
  },
});

const figuresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/figures',
  validateSearch: validateFiguresSearch,
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/cases',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'CaseSettingsPage'),
});

const toCase = { to: ({ subjectId }: Notice) => `/cases/${subjectId}` };

export const cases = {
  name: 'cases',
  routes: [inboxRoute.addChildren([noCaseRoute, caseRoute]), registerRoute, viewRoute, figuresRoute, settingsRoute],
  navigation: [
    { section: 'serve', labelKey: 'case.title', to: '/cases', icon: IconInbox, permission: 'case.read', order: 10 },
    {
      section: 'direct',
      labelKey: 'figures.title',
      to: '/figures',
      icon: IconChartBar,
      permission: 'case.read-figures',
      order: 10,
    },
    {
      section: 'settings',
      labelKey: 'case.settings',
      to: '/settings/cases',
      icon: IconClockCog,
      permission: 'case.manage-settings',
      order: 40,
    },
  ],
  notifications: {
    'clock.warned': toCase,
    'clock.breached': toCase,
    'case.escalated': toCase,
    'case.disputed': toCase,
    'case.assigned': toCase,
  },
  panels: [{ slot: 'customer-page', component: CustomerCases, permission: 'case.read', order: 10 }],
  commands: caseCommands,
  searches: caseSearches,
} as const satisfies WebModule;
