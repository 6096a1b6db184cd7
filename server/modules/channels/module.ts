// Registration of the channels module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { jobs } from './jobs.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';

export const channels: Module = { name: 'channels', routes: { channels: routes }, policy, jobs, customerData };
