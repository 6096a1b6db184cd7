// Row types of the tables that the purchases module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated, GeneratedAlways } from 'kysely';

export type PurchasesTables = {
  dealer_buyers: {
    organisation_id: string;
    id: string;
    dealer_id: string;
    customer_id: string;
    made_customer: boolean;
    kind: 'person' | 'company';
    name: string;
    search_name: GeneratedAlways<string>;
    phone: string | null;
    gender: 'female' | 'male' | null;
    age_group_id: string | null;
    region_id: string | null;
    service_messages: boolean | null;
    surveys: boolean | null;
    marketing: boolean | null;
    entered_by: string;
    entered_at: Date;
  };
  dealers: {
    organisation_id: string;
    id: string;
    name: string;
    search_name: GeneratedAlways<string>;
    region_id: string | null;
    contact_name: string | null;
    phone: string | null;
    email: string | null;
    active: Generated<boolean>;
    registered_at: Date;
  };
  purchase_cancellations: {
    organisation_id: string;
    purchase_id: string;
    dealer_id: string | null;
    reason: string | null;
    cancelled_by_kind: 'staff' | 'dealer';
    cancelled_by: string;
    cancelled_at: Date;
  };
  purchases: {
    organisation_id: string;
    id: string;
    customer_id: string;
    product_id: string;
    dealer_id: string | null;
    buyer_id: string | null;
    place: string | null;
    bought_on: string;
    recorded_by_kind: 'staff' | 'dealer' | 'system' | 'api-key';
    recorded_by: string | null;
    recorded_at: Date;
    receipt: string | null;
    stage_before: 'prospective' | 'current' | 'lapsed' | null;
  };
};

/** What other modules may join. */
export type PurchasesViews = {
  counted_purchases: {
    organisation_id: string;
    id: string;
    customer_id: string;
    product_id: string | null;
    dealer_id: string | null;
    bought_on: string | null;
  };
};
