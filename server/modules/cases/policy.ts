// Who may do what to a case.
import type { Policy } from '#platform/module.ts';

const everyone = ['administrator', 'service-manager', 'agent', 'observer'] as const;
const workers = ['administrator', 'service-manager', 'agent'] as const;
const managers = ['administrator', 'service-manager'] as const;

export const casePolicy: Policy = {
  'case.read': everyone,
  'case.register': workers,
  'case.classify': workers,
  'case.assign': workers,
  'case.message': workers,
  'case.note': workers,
  'case.claim': workers,
  'case.report': workers,
  'case.wait': workers,
  'case.close-by-authority': managers,
  'case.reopen': managers,
  'case.read-figures': everyone,
  'case.manage-settings': ['administrator'],
  'file.upload': workers,
};
