// Row types of the tables that the organisation module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Json } from '#platform/json.ts';

export type OrganisationTables = {
  api_keys: {
    organisation_id: string;
    id: string;
    name: string;
    prefix: string;
    secret_hash: string;
    scopes: string[];
    created_by: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  invitations: {
    organisation_id: string;
    id: string;
    email: string;
    name: string;
    roles: string[];
    position_id: string | null;
    language: 'ar' | 'fa' | 'en' | null;
    secret_hash: string;
    invited_by: string;
    invited_at: Date;
    expires_at: Date;
    accepted_at: Date | null;
    revoked_at: Date | null;
  };
  organisations: {
    organisation_id: string;
    slug: string;
    name: Json;
    country: 'SA' | 'AE' | 'EG' | 'IR' | 'other';
    language: 'ar' | 'fa' | 'en';
    calendar: 'gregory' | 'islamic-umalqura' | 'persian';
    digits: 'latn' | 'arab' | 'arabext';
    week_start: number;
    weekend: number[];
    time_zone: string;
    customer_word: Generated<'customer' | 'beneficiary' | 'client' | 'addressee'>;
    primary_colour: string | null;
    created_at: Date;
  };
  password_links: {
    organisation_id: string;
    id: string;
    person_id: string;
    secret_hash: string;
    made_by: string;
    made_at: Date;
    expires_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
  };
  people: {
    organisation_id: string;
    id: string;
    account_id: string | null;
    name: string;
    email: string;
    search_text: GeneratedAlways<string>;
    language: 'ar' | 'fa' | 'en' | null;
    roles: Generated<('administrator' | 'service-manager' | 'agent' | 'observer')[]>;
    active: Generated<boolean>;
    created_at: Date;
    dealer_id: string | null;
  };
  positions: {
    organisation_id: string;
    id: string;
    unit_id: string;
    title: Json;
    responsibilities: string | null;
    is_head: Generated<boolean>;
    person_id: string | null;
  };
  sign_ins: {
    organisation_id: string;
    id: string;
    person_id: string | null;
    email: string;
    result: 'signed-in' | 'refused' | 'second-factor-refused' | 'signed-out';
    address: string | null;
    device: string | null;
    at: Date;
  };
  units: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    name: Json;
    sort_order: Generated<number>;
  };
};

/** What other modules may join. */
export type OrganisationViews = {
  person_briefs: {
    organisation_id: string;
    id: string;
    name: string;
    active: boolean;
  };
  position_briefs: {
    organisation_id: string;
    id: string;
    unit_id: string | null;
    title: Json | null;
    is_head: boolean | null;
    person_id: string | null;
  };
  staff_briefs: {
    organisation_id: string;
    id: string;
    name: string;
    roles: string[] | null;
  };
  unit_briefs: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    name: Json;
  };
};
