// The organisation in the staff app: its structure, people, settings, keys, sign-ins, and one's own profile.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconBuilding, IconHierarchy3, IconKey, IconLogin2, IconUserCircle, IconUsers } from '@tabler/icons-react';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';

const views = ['list', 'chart'] as const;
const peopleViews = ['invitations'] as const;

const structureRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisation',
  validateSearch: ({ unit, view }: Record<string, unknown>) =>
    presentParams({ unit: textParam(unit, 36), view: choiceParam(view, views) }),
  component: lazyRouteComponent(() => import('./structure-page.tsx'), 'StructurePage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: ({ q, unit, person, view }: Record<string, unknown>) =>
    presentParams({
      q: textParam(q, 100),
      unit: textParam(unit, 36),
      person: textParam(person, 36),
      view: choiceParam(view, peopleViews),
    }),
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/organisation',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/api-keys',
  component: lazyRouteComponent(() => import('./api-keys-page.tsx'), 'ApiKeysPage'),
});

const signInsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/sign-ins',
  component: lazyRouteComponent(() => import('./sign-ins-page.tsx'), 'SignInsPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
});

export const organisation = {
  name: 'organisation',
  routes: [structureRoute, peopleRoute, settingsRoute, apiKeysRoute, signInsRoute, profileRoute],
  navigation: [
    {
      section: 'run',
      labelKey: 'organisation.structure',
      to: '/organisation',
      icon: IconHierarchy3,
      permission: 'unit.read',
      order: 40,
    },
    {
      section: 'run',
      labelKey: 'organisation.people',
      to: '/people',
      icon: IconUsers,
      permission: 'person.read',
      order: 50,
    },
    {
      section: 'settings',
      labelKey: 'organisation.settings',
      to: '/settings/organisation',
      icon: IconBuilding,
      permission: 'settings.manage',
      order: 10,
    },
    {
      section: 'settings',
      labelKey: 'organisation.api-keys',
      to: '/settings/api-keys',
      icon: IconKey,
      permission: 'api-key.manage',
      order: 60,
    },
    {
      section: 'settings',
      labelKey: 'organisation.sign-ins',
      to: '/settings/sign-ins',
      icon: IconLogin2,
      permission: 'sign-in.read',
      order: 70,
    },
  ],
  commands: [{ id: 'profile', labelKey: 'organisation.profile', icon: IconUserCircle, to: '/profile' }],
} as const satisfies WebModule;
