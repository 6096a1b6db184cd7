// Refusals of the imports module.
import { refusals } from '#platform/errors.ts';

export const importErrors = refusals({
  notFound: ['import.not-found', 404],
  kindUnknown: ['import.kind-unknown', 404],
  /** What is asked does not fit the state it is in. */
  wrongState: ['import.wrong-state', 409],
  formatRefused: ['import.format-refused', 415],
  unreadable: ['import.unreadable', 422],
  noRows: ['import.no-rows', 422],
  tooManyRows: ['import.too-many-rows', 422],
  tooHeavy: ['import.too-heavy', 422],
  quoteNotClosed: ['import.quote-not-closed', 422],
  rowTooLong: ['import.row-too-long', 422],
  nothingMapped: ['import.nothing-mapped', 422],
  fieldTwice: ['import.field-twice', 422],
  fieldUnknown: ['import.field-unknown', 422],
  matchFieldMissing: ['import.match-field-missing', 422],
  requiredMissing: ['import.required-missing', 422],
  fileGone: ['import.file-gone', 410],
  exportNotFound: ['import.export-not-found', 404],
});
