// Refusals of the customers module.
import { refusals } from '#platform/errors.ts';

export const customerErrors = refusals({
  notFound: ['customer.not-found', 404],
  contactPointNotFound: ['customer.contact-point-not-found', 404],
  /** The address belongs to another customer; `customerId` says to whom. */
  addressTaken: ['customer.address-taken', 409],
  relationNotFound: ['customer.relation-not-found', 404],
  fieldNotFound: ['customer.field-not-found', 404],
  choiceNotFound: ['customer.choice-not-found', 404],
  regionNotFound: ['customer.region-not-found', 404],
  /** The record counts as another one already, or somebody merged it a moment ago. */
  mergedAlready: ['customer.merged-already', 409],
  /** `reason` says what stands against it, `count` how many; `until` and `rule` by which rule something is kept how long. */
  erasureBlocked: ['customer.erasure-blocked', 409],
});
