// Who may do what with knowledge.
import type { Policy } from '#platform/module.ts';

const managers = ['administrator', 'service-manager'] as const;

export const policy: Policy = {
  'knowledge.read': ['administrator', 'service-manager', 'agent', 'observer'],
  /** Drafts, and asking for their review. */
  'knowledge.write': ['administrator', 'service-manager', 'agent'],
  /** Approves, sends back, recalls; never what one wrote. */
  'knowledge.approve': managers,
  /** Topics, and every document as its owner could. */
  'knowledge.manage': managers,
  'reply-template.manage': managers,
  'announcement.publish': managers,
};
