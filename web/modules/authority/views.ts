// What stands in the addresses of the pages of authority.
export const authorityViews = ['matrix', 'test'] as const;
export const delegationViews = ['given', 'received', 'all'] as const;
export const findingViews = ['figures', 'mine', 'people'] as const;
export const findingTypes = [
  'over-limit',
  'outside-unit',
  'expired',
  'self-approval',
  'split',
  'no-authority',
] as const;
export const findingPeriods = ['90-days', '12-months'] as const;
