// Refusals of loading a classification.
import { refusals } from '#platform/errors.ts';

export const classificationErrors = refusals({
  /** The columns PCF ID, Hierarchy ID and Name are not there, or there is no row below them. */
  unreadable: ['process-classification.unreadable', 422],
  /** `row` as a spreadsheet counts it: no id of five digits, no number, no name, or one of them twice. */
  rowWrong: ['process-classification.row-wrong', 422],
  notLoaded: ['process-classification.not-loaded', 409],
});
