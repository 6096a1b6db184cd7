// Refusals of the segments module.
import { refusals } from '#platform/errors.ts';

export const segmentErrors = refusals({
  notFound: ['segment.not-found', 404],
  versionNotFound: ['segment.version-not-found', 404],
  /** Somebody began a draft already; there is one at a time. */
  draftThere: ['segment.draft-there', 409],
  noDraft: ['segment.no-draft', 409],
  draftEmpty: ['segment.draft-empty', 409],
  /** Until everybody is placed nobody changes it. */
  publishing: ['segment.publishing', 409],
  tooDeep: ['segment.too-deep', 409],
  tooMany: ['segment.too-many', 409],
  cycle: ['segment.cycle', 409],
  noTree: ['segment.no-tree', 409],
  notPinned: ['segment.not-pinned', 409],
  proposalNotFound: ['segment.proposal-not-found', 404],
  proposalDecided: ['segment.proposal-decided', 409],
  personaNotFound: ['segment.persona-not-found', 404],
});
