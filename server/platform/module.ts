// Module: what a module contributes, as data. app.ts lists them; nothing else imports a module.ts.
import type { AnyRouter } from '@orpc/server';
import type { FastifyInstance } from 'fastify';
import type { CustomerData } from './customer-data.ts';
import type { Subscriber } from './events/event.ts';
import type { Exporter } from './exporter.ts';
import type { Importer } from './importer.ts';
import type { Job } from './jobs/job.ts';
import type { Platform } from './platform.ts';
import type { ProcessTask } from './process-task.ts';
import type { RuleField } from './rule-field.ts';

/** Permission → roles that have it. */
export type Policy = Record<string, readonly string[]>;

export type Module = {
  name: string;
  /** Handlers of the module's part of the contract, keyed like `contract/index.ts`. */
  routes?: Record<string, AnyRouter>;
  /** Routes that are not JSON calls: streams and files. */
  plainRoutes?(http: FastifyInstance, platform: Platform): void;
  policy?: Policy;
  // oxlint-disable-next-line typescript/no-explicit-any -- each job checks its own data
  jobs?: readonly Job<any>[];
  subscribers?: readonly Subscriber[];
  /** Files whose rows become the module's records, and lists of it that leave as files; both run by `imports`. */
  importers?: readonly Importer[];
  exporters?: readonly Exporter[];
  /** What rules of the customer tree may ask for besides the customer's record. */
  ruleFields?: readonly RuleField[];
  /** What service tasks of processes may ask of the module, by topic. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each checks its own input
  processTasks?: readonly ProcessTask<any>[];
  /** What the module keeps about a customer: each answers for its own tables. */
  customerData?: CustomerData;
};

/** Permissions of a set of roles, over all modules. */
export function permissionsOf(modules: readonly Module[], roles: readonly string[]): Set<string> {
  const held = new Set<string>();
  for (const module of modules) {
    for (const [permission, allowed] of Object.entries(module.policy ?? {})) {
      if (allowed.some((role) => roles.includes(role))) held.add(permission);
    }
  }
  return held;
}
