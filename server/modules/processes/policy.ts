// Who may do what with processes.
import type { Policy } from '#platform/module.ts';

const managers = ['administrator', 'service-manager'] as const;
const workers = ['administrator', 'service-manager', 'agent'] as const;

export const policy: Policy = {
  /** Models, instances and all tasks. */
  'process.view': ['administrator', 'service-manager', 'agent', 'observer'],
  /** Catalogue, drafts, proposals. */
  'process.model': workers,
  /** Publishes and decides on proposals, of processes that one owns. */
  'process.publish': workers,
  /** Names another owner, also where the owner is away. */
  'process.appoint': ['administrator'],
  /** Speaks in threads about models and their elements. */
  'process.comment': workers,
  /** Says which elements of the classification are not done on purpose. */
  'process.classify': managers,
  /** Starts instances, delivers messages, throws signals. */
  'process.start': workers,
  /** Sets instances right: incidents, variables, cancelling; assigns tasks of all units. */
  'process.operate': managers,
  /** Tasks and hand-offs of one's units. */
  'task.work': workers,
};
