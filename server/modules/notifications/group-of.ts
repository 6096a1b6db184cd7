// Which group a type of notice belongs to: people choose for groups, so that a new type needs no new choice.
import type { NotificationGroup, NotificationPreferences } from '#contract/notifications.ts';

const groups: Readonly<Record<string, NotificationGroup>> = {
  clock: 'deadlines',
  case: 'deadlines',
  task: 'deadlines',
  'hand-off': 'deadlines',
  authority: 'deadlines',
  knowledge: 'knowledge',
  announcement: 'knowledge',
};

/** By the noun before the dot; what is not known here is of the system. */
export function groupOf(type: string): NotificationGroup {
  return groups[type.split('.')[0] ?? ''] ?? 'system';
}

/** A deadline does not wait for tomorrow's letter. */
export const defaultDelivery: NotificationPreferences = { deadlines: 'at-once', knowledge: 'daily', system: 'daily' };
