// Refusals of templates of processes.
import { refusals } from '#platform/errors.ts';

export const templateErrors = refusals({
  notFound: ['process-template.not-found', 404],
  /** Every role of a template needs a unit. */
  unitsMissing: ['process-template.units-missing', 422],
});
