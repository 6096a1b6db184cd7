// Purchases in the staff app: dealers, statistics of existing customers, purchases of a customer; and for dealers the sale.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconBuildingStore, IconReceipt, IconShoppingCartPlus, IconUsersGroup } from '@tabler/icons-react';
import { lazy } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { purchaseTexts } from './texts.ts';
import { validateStatisticsSearch } from './statistics-search.ts';

const CustomerPurchases = lazy(
  withTexts(purchaseTexts, async () => ({
    default: (await import('./customer-purchases.tsx')).CustomerPurchases,
  })),
);

const dealersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dealers',
  validateSearch: ({ q, dealer }: Record<string, unknown>) =>
    presentParams({ q: textParam(q), dealer: textParam(dealer, 36) }),
  component: lazyRouteComponent(
    withTexts(purchaseTexts, () => import('./dealers-page.tsx')),
    'DealersPage',
  ),
});

const statisticsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer-statistics',
  validateSearch: validateStatisticsSearch,
  component: lazyRouteComponent(
    withTexts(purchaseTexts, () => import('./statistics-page.tsx')),
    'StatisticsPage',
  ),
});

const sellRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sell',
  component: lazyRouteComponent(
    withTexts(purchaseTexts, () => import('./sell-page.tsx')),
    'SellPage',
  ),
});

const salesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sales',
  component: lazyRouteComponent(
    withTexts(purchaseTexts, () => import('./sales-page.tsx')),
    'SalesPage',
  ),
});

const saleFileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sales/file',
  component: lazyRouteComponent(
    withTexts(purchaseTexts, () => import('./sale-file-page.tsx')),
    'SaleFilePage',
  ),
});

export const purchases = {
  name: 'purchases',
  routes: [dealersRoute, statisticsRoute, sellRoute, salesRoute, saleFileRoute],
  navigation: [
    {
      section: 'serve',
      labelKey: 'sale.enter',
      to: '/sell',
      icon: IconShoppingCartPlus,
      permission: 'sale.record',
      order: 10,
    },
    { section: 'serve', labelKey: 'sale.list', to: '/sales', icon: IconReceipt, permission: 'sale.record', order: 20 },
    {
      section: 'serve',
      labelKey: 'dealer.list',
      to: '/dealers',
      icon: IconBuildingStore,
      permission: 'dealer.read',
      order: 40,
    },
    {
      section: 'direct',
      labelKey: 'buyers.title',
      to: '/customer-statistics',
      icon: IconUsersGroup,
      permission: 'purchase.read-statistics',
      order: 20,
    },
  ],
  panels: [{ slot: 'customer-page', component: CustomerPurchases, permission: 'purchase.read', order: 30 }],
} as const satisfies WebModule;
