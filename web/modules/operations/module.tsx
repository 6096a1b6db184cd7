// Operations in the staff app: work of the machine that failed for good.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconSettingsExclamation } from '@tabler/icons-react';
import { shellRoute } from '#web/lib/routes.ts';
import type { WebModule } from '#web/lib/web-module.ts';

const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/jobs',
  component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
});

export const operations = {
  name: 'operations',
  routes: [jobsRoute],
  navigation: [
    {
      section: 'settings',
      labelKey: 'operations.jobs',
      to: '/settings/jobs',
      icon: IconSettingsExclamation,
      permission: 'operations.manage',
      order: 80,
    },
  ],
} as const satisfies WebModule;
