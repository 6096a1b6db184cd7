// Refusals of the authority module.
import { refusals } from '#platform/errors.ts';

export const authorityErrors = refusals({
  /** A decision carries a person's name. */
  onlyPeople: ['authority.only-people', 403],
  /** No authority covers it; the try is on record. */
  refused: ['authority.refused', 403],
  /** No authority covers it; it may be decided with a reason. */
  reasonNeeded: ['authority.reason-needed', 409],
  amountNeeded: ['authority.amount-needed', 422],
  notGoverned: ['authority.not-governed', 409],
  actionNotFound: ['authority.action-not-found', 404],
  actionRetired: ['authority.action-retired', 409],
  actionKeyTaken: ['authority.action-key-taken', 409],
  ruleNotFound: ['authority.rule-not-found', 404],
  ruleEnded: ['authority.rule-ended', 409],
  tooManyRules: ['authority.too-many-rules', 409],
  delegationNotFound: ['authority.delegation-not-found', 404],
  delegationEnded: ['authority.delegation-ended', 409],
  /** Also where the finding is there and somebody else's affair. */
  findingNotFound: ['authority.finding-not-found', 404],
  /** Only the head whom the person answers to. */
  notTheHead: ['authority.not-the-head', 403],
});
