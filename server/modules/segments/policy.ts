// Who may do what with the customer tree.
import type { Policy } from '#platform/module.ts';

const managers = ['administrator', 'service-manager'] as const;

export const policy: Policy = {
  'segment.read': ['administrator', 'service-manager', 'agent', 'observer'],
  /** Drafts, personas, pins. */
  'segment.manage': managers,
  'segment.publish': managers,
  /** Approves or declines what drift proposes. */
  'segment.decide': managers,
  'segment.manage-settings': ['administrator'],
};
