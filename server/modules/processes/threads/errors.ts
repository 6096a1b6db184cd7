// Refusals of threads about models and their elements.
import { refusals } from '#platform/errors.ts';

export const threadErrors = refusals({
  notFound: ['process-thread.not-found', 404],
  /** The diagram that was looked at has no such element. */
  elementNotFound: ['process-thread.element-not-found', 422],
  settled: ['process-thread.settled', 409],
  notSettled: ['process-thread.not-settled', 409],
  /** Neither opened it nor owns the process. */
  notYours: ['process-thread.not-yours', 403],
});
