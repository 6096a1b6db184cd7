// The ways to look at an open policy, as they stand in the address.
export const policyViews = ['read', 'edit', 'versions'] as const;
export type PolicyView = (typeof policyViews)[number];
