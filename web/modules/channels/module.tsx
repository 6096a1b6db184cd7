// Mail in the staff app: what leaves, what arrived, and the mail server that takes it.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconMailCog, IconMailDown, IconMailForward } from '@tabler/icons-react';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { outgoingStates, receivedStates } from './mail-states.ts';

const outboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outbox',
  validateSearch: ({ state, mail }: Record<string, unknown>) =>
    presentParams({ state: choiceParam(state, outgoingStates), mail: textParam(mail, 36) }),
  component: lazyRouteComponent(() => import('./outbox-page.tsx'), 'OutboxPage'),
});

const receivedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/received-mails',
  validateSearch: ({ state, mail }: Record<string, unknown>) =>
    presentParams({ state: choiceParam(state, receivedStates), mail: textParam(mail, 36) }),
  component: lazyRouteComponent(() => import('./received-page.tsx'), 'ReceivedPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/mail',
  component: lazyRouteComponent(() => import('./mail-settings-page.tsx'), 'MailSettingsPage'),
});

export const channels = {
  name: 'channels',
  routes: [outboxRoute, receivedRoute, settingsRoute],
  navigation: [
    {
      section: 'run',
      labelKey: 'channels.outbox',
      to: '/outbox',
      icon: IconMailForward,
      permission: 'outbox.read',
      order: 60,
    },
    {
      section: 'run',
      labelKey: 'channels.received',
      to: '/received-mails',
      icon: IconMailDown,
      permission: 'outbox.read',
      order: 70,
    },
    {
      section: 'settings',
      labelKey: 'channels.mail',
      to: '/settings/mail',
      icon: IconMailCog,
      permission: 'mail-settings.manage',
      order: 30,
    },
  ],
} as const satisfies WebModule;
