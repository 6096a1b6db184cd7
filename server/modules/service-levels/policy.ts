// Who may do what with service levels.
import type { Policy } from '#platform/module.ts';

export const policy: Policy = {
  'working-calendar.read': ['administrator', 'service-manager', 'agent', 'observer'],
  'working-calendar.manage': ['administrator', 'service-manager'],
};
