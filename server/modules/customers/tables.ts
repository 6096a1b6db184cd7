// Row types of the tables that the customers module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated, GeneratedAlways } from 'kysely';
import type { DefaultedJson, Json } from '#platform/json.ts';

export type CustomerTables = {
  consents: {
    organisation_id: string;
    id: string;
    customer_id: string;
    purpose: 'service-messages' | 'surveys' | 'marketing';
    channel: 'email' | 'phone';
    given: boolean;
    source: string;
    at: Date;
  };
  contact_points: {
    organisation_id: string;
    id: string;
    customer_id: string;
    channel: 'email' | 'phone';
    value: string;
    verified_at: Date | null;
    removed_at: Date | null;
    added_at: Date;
  };
  customer_choices: {
    organisation_id: string;
    id: string;
    list: 'age-group' | 'income-band' | 'education' | 'social-group';
    name: Json;
    sort_order: number;
    active: Generated<boolean>;
    from_age: number | null;
    until_age: number | null;
  };
  customer_field_values: {
    organisation_id: string;
    customer_id: string;
    field_id: string;
    text_value: string | null;
    number_value: number | null;
    date_value: string | null;
  };
  customer_fields: {
    organisation_id: string;
    id: string;
    key: string;
    name: Json;
    type: 'text' | 'number' | 'date' | 'yes-no' | 'choice';
    choices: DefaultedJson;
    field_class: 'identity' | 'demographic' | 'place' | 'other';
    customer_kind: 'person' | 'company' | null;
    required: Generated<boolean>;
    sort_order: number;
    active: Generated<boolean>;
  };
  customer_relations: {
    organisation_id: string;
    id: string;
    kind: 'works-at' | 'family-of' | 'agent-of' | 'branch-of';
    from_customer_id: string;
    to_customer_id: string;
    recorded_at: Date;
    ended_at: Date | null;
  };
  customers: {
    organisation_id: string;
    id: string;
    kind: 'person' | 'company';
    name: string;
    search_name: GeneratedAlways<string>;
    language: 'ar' | 'fa' | 'en';
    preferred_channel: 'email' | 'phone' | null;
    external_id: string | null;
    registered_at: Date;
    stage: Generated<'prospective' | 'current' | 'lapsed'>;
    gender: 'female' | 'male' | null;
    birth_date: string | null;
    national_id: string | null;
    age_group_id: string | null;
    income_band_id: string | null;
    education_id: string | null;
    social_group_id: string | null;
    region_id: string | null;
    address: string | null;
    responsible_id: string | null;
    responsible_unit_id: string | null;
    merged_into_id: string | null;
    changed_at: Date | null;
    erased_at: Date | null;
    bought: Generated<string>;
  };
  regions: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    level: 'country' | 'province' | 'city';
    code: string | null;
    name: Json;
    active: Generated<boolean>;
  };
};

/** What other modules may join. */
export type CustomerViews = {
  contact_point_briefs: {
    organisation_id: string;
    id: string;
    customer_id: string;
    channel: string;
    value: string;
    verified_at: Date | null;
  };
  customer_briefs: {
    organisation_id: string;
    id: string;
    kind: string;
    name: string;
    search_name: string;
    language: string;
    survivor_id: string | null;
  };
  customer_choice_briefs: {
    organisation_id: string;
    id: string;
    list: string | null;
    name: Json;
    sort_order: number | null;
    active: boolean;
    from_age: number | null;
    until_age: number | null;
  };
  customer_field_briefs: {
    organisation_id: string;
    id: string;
    key: string | null;
    name: Json;
    type: string | null;
    choices: Json | null;
    sort_order: number | null;
    active: boolean;
  };
  customer_field_traits: {
    organisation_id: string;
    customer_id: string;
    field_id: string | null;
    text_value: string | null;
    number_value: number | null;
    date_value: string | null;
  };
  customer_match_records: {
    organisation_id: string;
    id: string;
    survivor_id: string | null;
    kind: string;
    name: string;
    national_id: string | null;
    external_id: string | null;
    birth_date: string | null;
    region_id: string | null;
    emails: string[] | null;
    phones: string[] | null;
    region_name: Json | null;
    registered_at: Date | null;
  };
  customer_traits: {
    organisation_id: string;
    id: string;
    kind: string;
    stage: string | null;
    gender: string | null;
    birth_date: string | null;
    age_group_id: string | null;
    income_band_id: string | null;
    education_id: string | null;
    social_group_id: string | null;
    region_id: string | null;
    responsible_unit_id: string | null;
    registered_at: Date | null;
    bought: string | null;
  };
  merged_customers: {
    organisation_id: string;
    id: string;
    merged_into_id: string | null;
    bought: string | null;
  };
  region_briefs: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    level: string | null;
    code: string | null;
    name: Json;
    active: boolean;
  };
};
