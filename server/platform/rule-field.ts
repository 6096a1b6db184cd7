// RuleField: what a module lets rules about customers ask for, without the asking module knowing it.
import type { RawBuilder } from 'kysely';

export type RuleField = {
  /** Named in the web's messages as `segment.field.<key>`; stable, rules are stored with it. */
  key: string;
  /** A number of each customer. */
  type: 'number';
  /** Whether it may be limited to the last days. */
  window: boolean;
  /**
   * SQL of the value for the customer of the row at hand; null or nothing known fits no condition. Must name the organisation
   * first and have an index for it: it is asked once for each customer.
   */
  value(customer: {
    organisationId: RawBuilder<string>;
    customerId: RawBuilder<string>;
    /** Count from here on; null counts everything. */
    since: Date | null;
  }): RawBuilder<number | null>;
};
