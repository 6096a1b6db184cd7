// The steps before an import runs, in their order; the one that is open stands in the address.

export const steps = ['reading', 'columns', 'trial'] as const;
export type Step = (typeof steps)[number];
