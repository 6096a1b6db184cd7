// Routes of service policies: policies, the tester, what a rule costs, compliance, regimes.
import { implement } from '@orpc/server';
import { servicePoliciesContract } from '#contract/service-policies.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { changePolicy } from './change-policy.ts';
import { compliance } from './compliance.ts';
import { createPolicy } from './create-policy.ts';
import { listPolicies } from './list-policies.ts';
import { policyCost } from './policy-cost.ts';
import { policyVersions } from './policy-versions.ts';
import { regimes } from './regimes.ts';
import { reorderPolicies } from './reorder-policies.ts';
import { retirePolicy } from './retire-policy.ts';
import { getPolicy } from './service-policy.ts';
import { testPolicy } from './test-policy.ts';

const os = implement(servicePoliciesContract).$context<RequestContext>();

export const policyRoutes = os.router({
  list: os.list.handler(({ context, input }) =>
    context.asStaff('service-policy.read', (ctx) => listPolicies(ctx, input)),
  ),
  create: os.create.handler(({ context, input }) =>
    context.asStaff('service-policy.manage', (ctx) => createPolicy(ctx, input)),
  ),
  get: os.get.handler(({ context, input }) =>
    context.asStaff('service-policy.read', (ctx) => getPolicy(ctx, input.id)),
  ),
  change: os.change.handler(({ context, input }) =>
    context.asStaff('service-policy.manage', (ctx) => changePolicy(ctx, input)),
  ),
  retire: os.retire.handler(({ context, input }) =>
    context.asStaff('service-policy.manage', async (ctx) => {
      await retirePolicy(ctx, input.id);
      return {};
    }),
  ),
  reorder: os.reorder.handler(({ context, input }) =>
    context.asStaff('service-policy.manage', (ctx) => reorderPolicies(ctx, input)),
  ),
  versions: os.versions.handler(({ context, input }) =>
    context.asStaff('service-policy.read', (ctx) => policyVersions(ctx, input.id)),
  ),
  cost: os.cost.handler(({ context, input }) =>
    context.asStaff('service-policy.manage', (ctx) => policyCost(ctx, input)),
  ),
  test: os.test.handler(({ context, input }) =>
    context.asStaff('service-policy.read', (ctx) => testPolicy(ctx, input)),
  ),
  compliance: os.compliance.handler(({ context, input }) =>
    context.asStaff('service-level.read-figures', (ctx) => compliance(ctx, input)),
  ),
  regimes: os.regimes.handler(({ context }) => context.asStaff('service-policy.read', regimes)),
});
