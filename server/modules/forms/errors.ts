// Refusals of the forms module.
import { refusals } from '#platform/errors.ts';

export const formErrors = refusals({
  notFound: ['form.not-found', 404],
  versionNotFound: ['form.version-not-found', 404],
  keyTaken: ['form.key-taken', 409],
  noDraft: ['form.no-draft', 409],
  draftOpen: ['form.draft-open', 409],
  /** Somebody else saved the draft since. */
  changedMeanwhile: ['form.changed-meanwhile', 409],
  retired: ['form.retired', 409],
  /** Never published: there is nothing to fill in, and nothing to throw the draft away for. */
  notPublished: ['form.not-published', 409],
  tooMany: ['form.too-many', 409],
});
