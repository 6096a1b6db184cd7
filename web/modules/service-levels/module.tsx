// Service levels in the staff app: working calendars, service policies, regimes, and whether promises are kept.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconCalendarClock, IconClockCheck, IconGavel, IconStopwatch } from '@tabler/icons-react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { serviceLevelTexts } from './texts.ts';
import { validateComplianceSearch } from './compliance-search.ts';
import { policyViews } from './policy-views.ts';

const views = ['year', 'edit'] as const;

const calendarsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/working-calendars',
  /** `calendar`: an id, or "new". */
  validateSearch: ({ calendar, view }: Record<string, unknown>) =>
    presentParams({ calendar: textParam(calendar, 36), view: choiceParam(view, views) }),
  component: lazyRouteComponent(
    withTexts(serviceLevelTexts, () => import('./calendars-page.tsx')),
    'CalendarsPage',
  ),
});

const policiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/service-policies',
  /** `policy`: an id, "new", or "test" for the tester; `regime`: what a new one carries out. */
  validateSearch: ({ policy, view, regime }: Record<string, unknown>) =>
    presentParams({
      policy: textParam(policy, 36),
      view: choiceParam(view, policyViews),
      regime: textParam(regime, 60),
    }),
  component: lazyRouteComponent(
    withTexts(serviceLevelTexts, () => import('./policies-page.tsx')),
    'PoliciesPage',
  ),
});

const regimesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/regimes',
  validateSearch: ({ regime }: Record<string, unknown>) => presentParams({ regime: textParam(regime, 60) }),
  component: lazyRouteComponent(
    withTexts(serviceLevelTexts, () => import('./regimes-page.tsx')),
    'RegimesPage',
  ),
});

const complianceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/figures/service-levels',
  validateSearch: validateComplianceSearch,
  component: lazyRouteComponent(
    withTexts(serviceLevelTexts, () => import('./compliance-page.tsx')),
    'CompliancePage',
  ),
});

export const serviceLevels = {
  name: 'service-levels',
  routes: [calendarsRoute, policiesRoute, regimesRoute, complianceRoute],
  navigation: [
    {
      section: 'settings',
      labelKey: 'working-calendar.title',
      to: '/settings/working-calendars',
      icon: IconCalendarClock,
      permission: 'working-calendar.read',
      order: 18,
    },
    {
      section: 'settings',
      labelKey: 'service-policy.title',
      to: '/settings/service-policies',
      icon: IconStopwatch,
      permission: 'service-policy.read',
      order: 19,
    },
    {
      section: 'settings',
      labelKey: 'regime.title',
      to: '/settings/regimes',
      icon: IconGavel,
      permission: 'service-policy.read',
      order: 19,
    },
    {
      section: 'direct',
      labelKey: 'compliance.title',
      to: '/figures/service-levels',
      icon: IconClockCheck,
      permission: 'service-level.read-figures',
      order: 12,
    },
  ],
} as const satisfies WebModule;
