// Registration of the purchases module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';
import { purchaseRuleFields } from './rule-fields.ts';
import { serveSaleFiles } from './sale-file-routes.ts';

export const purchases: Module = {
  name: 'purchases',
  routes: { purchases: routes },
  plainRoutes: serveSaleFiles,
  policy,
  customerData,
  ruleFields: purchaseRuleFields,
};
