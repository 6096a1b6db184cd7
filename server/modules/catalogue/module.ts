// Registration of the catalogue module.
import type { Module } from '#platform/module.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';

export const catalogue: Module = { name: 'catalogue', routes: { catalogue: routes }, policy };
