// Who may do what with the organisation.
import type { Policy } from '#platform/module.ts';

const everyone = ['administrator', 'service-manager', 'agent', 'observer'];
const administrator = ['administrator'];

export const policy = {
  'unit.read': everyone,
  'person.read': everyone,
  'settings.read': everyone,
  'unit.manage': administrator,
  'person.manage': administrator,
  'settings.manage': administrator,
  'api-key.manage': administrator,
  'sign-in.read': administrator,
} satisfies Policy;
