// Service levels in the staff app: so far working calendars, that is what is open when and why.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconCalendarClock } from '@tabler/icons-react';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';

const views = ['year', 'edit'] as const;

const calendarsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/working-calendars',
  /** `calendar`: an id, or "new". */
  validateSearch: ({ calendar, view }: Record<string, unknown>) =>
    presentParams({ calendar: textParam(calendar, 36), view: choiceParam(view, views) }),
  component: lazyRouteComponent(() => import('./calendars-page.tsx'), 'CalendarsPage'),
});

export const serviceLevels = {
  name: 'service-levels',
  routes: [calendarsRoute],
  navigation: [
    {
      section: 'settings',
      labelKey: 'working-calendar.title',
      to: '/settings/working-calendars',
      icon: IconCalendarClock,
      permission: 'working-calendar.read',
      order: 18,
    },
  ],
} as const satisfies WebModule;
