// Forms in the staff app: the list and the page on which one is designed.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconForms } from '@tabler/icons-react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { formTexts } from './texts.ts';

const formsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/forms',
  component: lazyRouteComponent(
    withTexts(formTexts, () => import('./forms-page.tsx')),
    'FormsPage',
  ),
});

const formRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/forms/$formId',
  component: lazyRouteComponent(
    withTexts(formTexts, () => import('./form-page.tsx')),
    'FormPage',
  ),
});

export const forms = {
  name: 'forms',
  routes: [formsRoute, formRoute],
  navigation: [
    {
      section: 'settings',
      labelKey: 'form.title',
      to: '/settings/forms',
      icon: IconForms,
      permission: 'form.manage',
      order: 22,
    },
  ],
} as const satisfies WebModule;
