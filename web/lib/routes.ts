// The two routes that everything hangs under: the root, and the shell that needs a signed-in person. The app gives them their looks.
import { createRootRoute, createRoute } from '@tanstack/react-router';
import { enterShell } from './enter-shell.ts';

export const rootRoute = createRootRoute();

/** Modules put their pages here: `createRoute({ getParentRoute: () => shellRoute, path: '/cases', … })`. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', beforeLoad: enterShell });
