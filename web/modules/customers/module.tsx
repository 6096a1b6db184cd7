// Customers in the staff app: the searched list, the page of one, and finding them from the palette.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconAddressBook, IconUserCog } from '@tabler/icons-react';
import { api } from '#web/lib/api.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { validateCustomerSearch } from './customer-search.ts';
import { settingsViews } from './settings-views.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: validateCustomerSearch,
  component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/customers',
  validateSearch: ({ view }: Record<string, unknown>) => presentParams({ view: choiceParam(view, settingsViews) }),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'CustomerSettingsPage'),
});

export const customers = {
  name: 'customers',
  routes: [listRoute, customerRoute, settingsRoute],
  navigation: [
    {
      section: 'serve',
      labelKey: 'customer.list',
      to: '/customers',
      icon: IconAddressBook,
      permission: 'customer.read',
      order: 30,
    },
    {
      section: 'settings',
      labelKey: 'customer.settings',
      to: '/settings/customers',
      icon: IconUserCog,
      permission: 'customer-settings.manage',
      order: 15,
    },
  ],
  searches: [
    {
      id: 'customers',
      headingKey: 'customer.list',
      icon: IconAddressBook,
      permission: 'customer.read',
      find: async (q, signal) => {
        const { items } = await api.customers.list({ q, limit: 6 }, { signal });
        return items.map(({ id, name, email, phone }) => ({
          id,
          label: name,
          hint: phone ?? email ?? '',
          to: `/customers/${id}`,
        }));
      },
    },
  ],
} as const satisfies WebModule;
