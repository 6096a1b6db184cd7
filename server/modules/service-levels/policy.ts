// Who may do what with service levels.
import type { Policy } from '#platform/module.ts';

const everyone = ['administrator', 'service-manager', 'agent', 'observer'] as const;
const managers = ['administrator', 'service-manager'] as const;

export const policy: Policy = {
  'working-calendar.read': everyone,
  'working-calendar.manage': managers,
  'service-policy.read': everyone,
  'service-policy.manage': managers,
  'service-level.read-figures': everyone,
};
