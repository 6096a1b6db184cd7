// Who may do what with authority. Whose findings somebody sees is decided by the line, not by a role.
import type { Policy } from '#platform/module.ts';

const everyone = ['administrator', 'service-manager', 'agent', 'observer'] as const;

export const policy: Policy = {
  'authority.read': everyone,
  'authority.decide': everyone,
  'authority.delegate': everyone,
  'authority.read-findings': everyone,
  'authority.read-figures': ['administrator', 'service-manager', 'observer'],
  'authority.manage': ['administrator'],
};
