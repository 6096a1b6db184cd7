// The catalogue in the staff app: categories that cases are filed under, products and services.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconBinaryTree2, IconCategory, IconPackage } from '@tabler/icons-react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { catalogueTexts } from './texts.ts';

const categoriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/categories',
  validateSearch: ({ category }: Record<string, unknown>) => presentParams({ category: textParam(category, 36) }),
  component: lazyRouteComponent(
    withTexts(catalogueTexts, () => import('./categories-page.tsx')),
    'CategoriesPage',
  ),
});

const productCategoriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/product-categories',
  component: lazyRouteComponent(
    withTexts(catalogueTexts, () => import('./product-categories-page.tsx')),
    'ProductCategoriesPage',
  ),
});

const productsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/products',
  component: lazyRouteComponent(
    withTexts(catalogueTexts, () => import('./products-page.tsx')),
    'ProductsPage',
  ),
});

export const catalogue = {
  name: 'catalogue',
  routes: [categoriesRoute, productsRoute, productCategoriesRoute],
  navigation: [
    {
      section: 'settings',
      labelKey: 'catalogue.categories',
      to: '/settings/categories',
      icon: IconCategory,
      permission: 'catalogue.manage',
      order: 20,
    },
    {
      section: 'settings',
      labelKey: 'catalogue.products',
      to: '/settings/products',
      icon: IconPackage,
      permission: 'catalogue.manage',
      order: 30,
    },
    {
      section: 'settings',
      labelKey: 'catalogue.product-categories',
      to: '/settings/product-categories',
      icon: IconBinaryTree2,
      permission: 'catalogue.manage',
      order: 32,
    },
  ],
} as const satisfies WebModule;
