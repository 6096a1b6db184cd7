// Imports in the staff app: files that were brought in, the steps of one, and the button that takes a list along.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconFileImport } from '@tabler/icons-react';
import { lazy } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { steps } from './steps.ts';
import { importTexts } from './texts.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  validateSearch: ({ view }: Record<string, unknown>) => presentParams({ view: choiceParam(view, ['exports']) }),
  component: lazyRouteComponent(
    withTexts(importTexts, () => import('./imports-page.tsx')),
    'ImportsPage',
  ),
});

const newRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/new',
  component: lazyRouteComponent(
    withTexts(importTexts, () => import('./new-import-page.tsx')),
    'NewImportPage',
  ),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$importId',
  validateSearch: ({ step }: Record<string, unknown>) => presentParams({ step: choiceParam(step, steps) }),
  component: lazyRouteComponent(
    withTexts(importTexts, () => import('./import-page.tsx')),
    'ImportPage',
  ),
});

const ExportButton = lazy(
  withTexts(importTexts, () => import('./export-button.tsx').then((file) => ({ default: file.ExportButton }))),
);

export const imports = {
  name: 'imports',
  routes: [listRoute, newRoute, importRoute],
  navigation: [
    {
      section: 'run',
      labelKey: 'import.list',
      to: '/imports',
      icon: IconFileImport,
      permission: 'customer.import',
      order: 80,
    },
  ],
  commands: [
    {
      id: 'import-customers',
      labelKey: 'import.new',
      icon: IconFileImport,
      permission: 'customer.import',
      to: '/imports/new',
    },
  ],
  panels: [{ slot: 'customer-list', component: ExportButton, permission: 'customer.export', order: 10 }],
} as const satisfies WebModule;
