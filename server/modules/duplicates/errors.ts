// Refusals of the duplicates module.
import { refusals } from '#platform/errors.ts';

export const duplicateErrors = refusals({
  pairNotFound: ['duplicate.pair-not-found', 404],
  mergeNotFound: ['duplicate.merge-not-found', 404],
  runNotFound: ['duplicate.run-not-found', 404],
  /** Somebody started a comparison of all customers, and it is not finished. */
  runGoesOn: ['duplicate.run-goes-on', 409],
});
