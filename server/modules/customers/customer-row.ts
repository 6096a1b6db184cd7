// A customer as a row of an import or of a day's sales: values by field, and what became of them.
import type { FieldFault } from '#platform/errors.ts';

export type CustomerRowValue = string | number | boolean | readonly string[] | null | undefined;

export type CustomerRowInput = {
  /** What the caller calls the row by; it comes back in the result. */
  row: number;
  /**
   * By key of `customerFieldList`. Text as people write it, in any digits; dates as "YYYY-MM-DD"; choices, regions, people
   * and units by id, code or any of their names; several e-mails or phones as a list. Absent or '' leaves, null empties.
   */
  values: Readonly<Record<string, CustomerRowValue>>;
};

export type CustomerRowResult = {
  row: number;
  outcome: 'registered' | 'changed' | 'unchanged' | 'refused';
  /** Null when refused, and of a new customer in a dry run. */
  customerId: string | null;
  /** Why it was refused: each names the field by its key. */
  faults: FieldFault[];
  /** What was left out of a row that was written: an address that belongs to another customer, a consent that was withdrawn later. */
  warnings: FieldFault[];
};

export type MatchKey = 'externalId' | 'nationalId' | 'email' | 'phone';

export type WriteCustomersOptions = {
  /** What decides that a row is a customer who is there, the first that finds one; all four unless told otherwise. */
  matchBy?: readonly MatchKey[];
  /** Rows may say consents (`consentFields`): where they were said, and the moment that those without a day count from. */
  consents?: { source: string; at: Date };
  /** Says what would become of the rows, and writes nothing. */
  dryRun?: boolean;
};
