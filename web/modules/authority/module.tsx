// Authority in the staff app: the matrix with its tester, delegations, findings, and the actions in the settings.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconArrowsRightLeft, IconGavel, IconListSearch, IconTable } from '@tabler/icons-react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { authorityTexts } from './texts.ts';
import { authorityViews, delegationViews, findingPeriods, findingTypes, findingViews } from './views.ts';

const matrixRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/authority',
  validateSearch: ({ view, unit }: Record<string, unknown>) =>
    presentParams({ view: choiceParam(view, authorityViews), unit: textParam(unit, 36) }),
  component: lazyRouteComponent(
    withTexts(authorityTexts, () => import('./authority-page.tsx')),
    'AuthorityPage',
  ),
});

const delegationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/authority/delegations',
  validateSearch: ({ view }: Record<string, unknown>) => presentParams({ view: choiceParam(view, delegationViews) }),
  component: lazyRouteComponent(
    withTexts(authorityTexts, () => import('./delegations-page.tsx')),
    'DelegationsPage',
  ),
});

const findingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/authority/findings',
  validateSearch: ({ view, finding, type, period }: Record<string, unknown>) =>
    presentParams({
      view: choiceParam(view, findingViews),
      finding: textParam(finding, 36),
      type: choiceParam(type, findingTypes),
      period: choiceParam(period, findingPeriods),
    }),
  component: lazyRouteComponent(
    withTexts(authorityTexts, () => import('./findings-page.tsx')),
    'FindingsPage',
  ),
});

const actionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/authority',
  component: lazyRouteComponent(
    withTexts(authorityTexts, () => import('./actions-page.tsx')),
    'ActionsPage',
  ),
});

const toDelegations = { to: () => '/authority/delegations?view=received' };

export const authority = {
  name: 'authority',
  routes: [matrixRoute, delegationsRoute, findingsRoute, actionsRoute],
  navigation: [
    {
      section: 'direct',
      labelKey: 'authority.title',
      to: '/authority',
      icon: IconTable,
      permission: 'authority.read',
      order: 30,
    },
    {
      section: 'direct',
      labelKey: 'authority.findings',
      to: '/authority/findings',
      icon: IconListSearch,
      permission: 'authority.read-findings',
      order: 32,
    },
    {
      section: 'run',
      labelKey: 'authority.delegations',
      to: '/authority/delegations',
      icon: IconArrowsRightLeft,
      permission: 'authority.delegate',
      order: 50,
    },
    {
      section: 'settings',
      labelKey: 'authority.actions',
      to: '/settings/authority',
      icon: IconGavel,
      permission: 'authority.manage',
      order: 21,
    },
  ],
  notifications: {
    'authority.delegated': toDelegations,
    'authority.delegation-revoked': toDelegations,
    'authority.delegation-ended': toDelegations,
    'authority.rule-ends-soon': { to: () => '/authority' },
    'authority.finding-of-own': { to: () => '/authority/findings?view=mine' },
    'authority.finding-of-people': { to: () => '/authority/findings?view=people' },
  },
} as const satisfies WebModule;
