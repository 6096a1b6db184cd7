// Duplicates in the staff app: the review queue, merges on the customer's page, and the hint while a customer is entered.
import { lazy } from 'react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconArrowMerge } from '@tabler/icons-react';
import { shellRoute } from '#web/lib/routes.ts';
import { presentParams } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { type PairState, pairStates } from './use-duplicates.ts';

const MergesPanel = lazy(async () => ({ default: (await import('./merges-panel.tsx')).MergesPanel }));
const PossibleCustomers = lazy(async () => ({ default: (await import('./possible-customers.tsx')).PossibleCustomers }));

const queueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duplicates',
  validateSearch: ({ state }: Record<string, unknown>): { state?: PairState } =>
    presentParams({ state: pairStates.find((one) => one === state && one !== 'proposed') }),
  component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
});

export const duplicates = {
  name: 'duplicates',
  routes: [queueRoute],
  navigation: [
    {
      section: 'serve',
      labelKey: 'duplicate.list',
      to: '/duplicates',
      icon: IconArrowMerge,
      permission: 'customer.merge',
      order: 32,
    },
  ],
  panels: [
    { slot: 'customer-page', component: MergesPanel, permission: 'customer.read', order: 5 },
    { slot: 'customer-entry', component: PossibleCustomers, permission: 'customer.register', order: 10 },
  ],
} as const satisfies WebModule;
