// Who may do what with customers.
import type { Policy } from '#platform/module.ts';

const thoseWhoServe = ['administrator', 'service-manager', 'agent'] as const;

export const policy: Policy = {
  'customer.read': thoseWhoServe,
  'customer.register': thoseWhoServe,
  'customer.change': thoseWhoServe,
  'customer.erase': ['administrator'],
  'customer-settings.manage': ['administrator'],
  // A file can bring in, or carry out, everybody at once.
  'customer.import': ['administrator', 'service-manager'],
  'customer.export': ['administrator', 'service-manager'],
};
