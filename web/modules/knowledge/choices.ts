// The closed lists of words for documents, in the order in which they are offered. Written out: the contract brings zod along, which the first page does without.
import type { DocumentKind, VersionState } from '#contract/knowledge.ts';

export const documentKinds = [
  'procedure',
  'policy',
  'regulation',
  'article',
  'step-sheet',
  'objective',
  'responsibility',
] as const satisfies readonly DocumentKind[];

/** What customers may be given to read. */
export const publicKinds: readonly DocumentKind[] = ['article', 'policy', 'regulation'];

export const listStates = ['in-force', 'draft', 'in-review', 'approved', 'retired'] as const satisfies ReadonlyArray<
  VersionState | 'retired'
>;

export const documentViews = ['read', 'versions', 'readers', 'questions', 'feedback', 'filing'] as const;
export type DocumentView = (typeof documentViews)[number];
