// Who may do what with the catalogue.
import type { Policy } from '#platform/module.ts';

export const policy: Policy = {
  'catalogue.read': ['administrator', 'service-manager', 'agent', 'observer'],
  'catalogue.manage': ['administrator', 'service-manager'],
};
