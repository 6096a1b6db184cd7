// Who may do what with forms. Filling one in belongs to whatever it is filled in for.
import type { Policy } from '#platform/module.ts';

export const policy: Policy = {
  'form.read': ['administrator', 'service-manager', 'agent', 'observer'],
  'form.manage': ['administrator', 'service-manager'],
};
