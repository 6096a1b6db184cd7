// The pages of the app: those before signing in, and the shell with the pages of the modules.
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { setNotificationKinds } from '#web/lib/notification-kinds.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { queryClient } from '#web/lib/query.ts';
import { rootRoute, shellRoute } from '#web/lib/routes.ts';
import { sessionQuery } from '#web/lib/session.ts';
import { setPanels } from '#web/lib/slots.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { ErrorPage } from './error-page.tsx';
import { modules } from './modules.ts';

/** Only a path of ours: an address of elsewhere would make the sign-in page a help to deceivers. */
function ownPath({ next }: Record<string, unknown>): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

/** Where to go on, and why the organisation's own account (`failed=oidc`) did not let somebody in, in the sign-in service's word. */
function signInSearch(search: Record<string, unknown>): { next?: string; failed?: 'oidc'; error?: string } {
  const { failed, error } = search;
  return {
    ...ownPath(search),
    ...(failed === 'oidc' ? { failed, ...(typeof error === 'string' ? { error } : {}) } : {}),
  };
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  // A token of digits only arrives as a number.
  validateSearch: ({ token }: Record<string, unknown>): { token?: string } =>
    typeof token === 'string' || typeof token === 'number' ? { token: String(token) } : {},
  component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password/$token',
  component: lazyRouteComponent(() => import('./password-page.tsx'), 'PasswordPage'),
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});

// The frame is loaded beside the page: the sign-in page has no use for it.
shellRoute.update({ component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell') });

setPanels((modules as readonly WebModule[]).flatMap((module) => module.panels ?? []));
setNotificationKinds((modules as readonly WebModule[]).map((module) => module.notifications ?? {}));

type RoutesOf<Module> = Module extends { routes: ReadonlyArray<infer Route> } ? Route : never;
/** With their types, so that links and search parameters are checked. */
const moduleRoutes = (modules as readonly WebModule[]).flatMap((module) => module.routes) as unknown as Array<
  RoutesOf<(typeof modules)[number]>
>;

const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  invitationRoute,
  passwordRoute,
  shellRoute.addChildren([homeRoute, ...moduleRoutes]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // The query cache decides what is fresh, not the router.
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: RowsSkeleton,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: lazyRouteComponent(() => import('./not-found-page.tsx'), 'NotFoundPage'),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// A session may end while a page is open; the next refusal leads to the sign-in page and back here.
queryClient.getQueryCache().config.onError = (error) => {
  const { pathname, href } = router.state.location;
  if (
    !isProblem(error) ||
    error.status !== 401 ||
    !router.state.matches.some((match) => match.routeId.startsWith('/shell'))
  )
    return;
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: href } });
};
