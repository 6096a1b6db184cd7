// Who may look at the machinery.
import type { Policy } from '#platform/module.ts';

export const operationsPolicy: Policy = { 'operations.manage': ['administrator'] };
