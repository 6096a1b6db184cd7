// Who has notices: everybody who works here, and no API key.
import type { Policy } from '#platform/module.ts';

export const policy: Policy = { 'notification.read': ['administrator', 'service-manager', 'agent', 'observer'] };
