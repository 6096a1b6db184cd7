// The door of the customers module: what others may call and join.
export { accessOf } from './access.ts';
export { contactPointFor, shownContactPoints } from './contact-points.ts';
export { customerBrief } from './customer-brief.ts';
export { customerOfAddress } from './customer-of-address.ts';
export { emailsEverOf } from './emails-ever-of.ts';
/** @public imports and segments */
export { customerFieldList, type CustomerFieldInfo } from './customer-field-list.ts';
/** @public imports and dealers */
export type {
  CustomerRowInput,
  CustomerRowResult,
  CustomerRowValue,
  MatchKey,
  WriteCustomersOptions,
} from './customer-row.ts';
/** @public duplicates, segments and purchases */
export { recordsOf, survivorOf } from './records-of.ts';
/** @public imports and dealers */
export { writeCustomers } from './write-customers.ts';
export { findOrCreateCustomer } from './find-or-create-customer.ts';
export { addressesOf } from './addresses-of.ts';
export { consentsInForce } from './consents.ts';
export { linkRecords, unlinkRecords, type Written } from './link-records.ts';
export { mergeFieldsOf, type FieldValue, type FieldValues } from './merge-fields.ts';
export { describeCustomer } from './describe-customer.ts';
export { choiceReader, readYesNo } from './field-value.ts';
export { openRecords } from './open-records.ts';
export { regionReader } from './region-reader.ts';
export { parsePhone } from './phone.ts';
export { requireOpen } from './require-open.ts';
export { expireByClass } from './retention.ts';
export { recordConsent } from './record-consent.ts';
export { mayBeWrittenTo, type Purpose } from './legal-basis.ts';
export { markVerified } from './mark-verified.ts';
export { lockCustomers } from './lock-customers.ts';
export type { CustomerViews } from './tables.ts';
export { customerGroups } from './sample/groups.ts';
export { inventSampleCustomers, sampleSizeField, writeSampleCustomers, type SampleCustomer } from './sample.ts';
