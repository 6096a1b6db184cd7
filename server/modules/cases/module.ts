// Registration of the cases module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { serveFiles } from './file-routes.ts';
import { caseJobs } from './jobs.ts';
import { casePolicy } from './policy.ts';
import { processSubscribers } from './processes/follow-case.ts';
import { caseTopics } from './processes/topics.ts';
import { portalRoutes } from './portal-routes.ts';
import { caseRoutes } from './routes.ts';
import { caseRuleFields } from './rule-fields.ts';
import { caseSubscribers } from './subscribers.ts';

export const cases: Module = {
  name: 'cases',
  routes: { cases: caseRoutes, portal: portalRoutes },
  plainRoutes: serveFiles,
  policy: casePolicy,
  jobs: caseJobs,
  subscribers: [...caseSubscribers, ...processSubscribers],
  processTasks: caseTopics,
  ruleFields: caseRuleFields,
  customerData,
};
