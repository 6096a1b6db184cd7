// Organisation: registration.
import type { Module } from '#platform/module.ts';
import { endSessions } from './jobs.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';

export const organisation: Module = {
  name: 'organisation',
  routes: { organisation: routes },
  policy,
  jobs: [endSessions],
};
