// Who may say that two records are one customer, or two.
import type { Policy } from '#platform/module.ts';

export const policy: Policy = { 'customer.merge': ['administrator', 'service-manager'] };
