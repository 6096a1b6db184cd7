// Refusals of the cases module.
import { refusals } from '#platform/errors.ts';

export const caseErrors = refusals({
  notFound: ['case.not-found', 404],
  /** The case is in another state than the action needs; `state` says which. */
  wrongState: ['case.wrong-state', 409],
  kindNotAllowed: ['case.kind-not-allowed', 422],
  /** Its category asks for nothing, or its form is out of use. */
  noForm: ['case.no-form', 409],
  acknowledgedBefore: ['case.acknowledged-before', 409],
  stepNotFound: ['case.step-not-found', 404],
  /** Another version of the sheet is in force by now; `version` says which. */
  stepSheetChanged: ['case.step-sheet-changed', 409],
  /** One of this model runs for the case; `key` says which. */
  processRunning: ['case.process-running', 409],
  /** A step of a process names it. */
  unitUnknown: ['case.unit-unknown', 422],
  claimedBefore: ['case.claimed-before', 409],
  onlyPeople: ['case.only-people', 403],
  contradicts: ['case.confirmation-contradicts', 409],
  reopenTooLate: ['case.reopen-too-late', 409],
  duplicateOfItself: ['case.duplicate-of-itself', 422],
  grantNeeded: ['portal.grant-needed', 401],
  grantExpired: ['portal.grant-expired', 401],
  codeWrong: ['portal.code-wrong', 422],
});
