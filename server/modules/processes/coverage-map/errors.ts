// Refusals of the map of coverage.
import { refusals } from '#platform/errors.ts';

export const coverageErrors = refusals({
  /** The shipped part of the classification has no such element. */
  elementNotFound: ['process-coverage.element-not-found', 404],
  excluded: ['process-coverage.excluded', 409],
  notExcluded: ['process-coverage.not-excluded', 409],
});
