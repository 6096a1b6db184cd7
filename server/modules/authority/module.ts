// Registration of the authority module.
import type { Module } from '#platform/module.ts';
import { jobs } from './jobs.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';

export const authority: Module = { name: 'authority', routes: { authority: routes }, policy, jobs };
