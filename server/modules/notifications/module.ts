// Registration of the notifications module.
import type { Module } from '#platform/module.ts';
import { jobs } from './jobs.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';

export const notifications: Module = { name: 'notifications', routes: { notifications: routes }, policy, jobs };
