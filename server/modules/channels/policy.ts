// Who may look into the outbox, send again, and change how mail is sent.
import type { Policy } from '#platform/module.ts';

export const policy: Policy = {
  'outbox.read': ['administrator', 'service-manager'],
  'outbox.send': ['administrator'],
  'mail-settings.manage': ['administrator'],
};
