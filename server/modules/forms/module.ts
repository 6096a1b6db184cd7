// Registration of the forms module.
import type { Module } from '#platform/module.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';

export const forms: Module = { name: 'forms', routes: { forms: routes }, policy };
