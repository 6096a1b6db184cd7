// Row types of the tables that the cases module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { Json } from '#platform/json.ts';

export type CaseTables = {
  case_acknowledgements: {
    organisation_id: string;
    case_id: string;
    how: 'screen' | 'mail' | 'phone' | 'visit' | 'letter';
    promised_at: Date | null;
    person_id: string | null;
    at: Date;
  };
  case_assessments: {
    organisation_id: string;
    id: string;
    case_id: string;
    severity: number;
    complexity: number;
    impact: number;
    safety: boolean;
    immediate_action: boolean;
    remedy_sought: string | null;
    incident_date: string | null;
    incident_place: string | null;
    person_id: string;
    at: Date;
  };
  case_attachments: {
    organisation_id: string;
    case_id: string;
    file_id: string;
    part: 'case' | 'message' | 'claim' | 'note';
    part_id: string;
  };
  case_claims: {
    organisation_id: string;
    id: string;
    case_id: string;
    answer: string;
    claimed_by: string;
    unit_id: string | null;
    dispute_level: number;
    claimed_at: Date;
    lapses_at: Date;
  };
  case_codes: {
    organisation_id: string;
    id: string;
    case_id: string;
    customer_id: string;
    contact_point_id: string;
    code_hash: string;
    tries: Generated<number>;
    issued_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  case_counters: {
    organisation_id: string;
    year: number;
    last: number;
  };
  case_disputes: {
    organisation_id: string;
    id: string;
    case_id: string;
    claim_id: string;
    reason: string;
    actor_kind: 'customer' | 'staff';
    actor_id: string | null;
    grant_id: string | null;
    level: number;
    from_person_id: string | null;
    to_unit_id: string | null;
    to_person_id: string | null;
    at: Date;
  };
  case_form_answers: {
    organisation_id: string;
    id: string;
    case_id: string;
    version_id: string;
    answers: Json;
    person_id: string | null;
    at: Date;
  };
  case_grants: {
    organisation_id: string;
    id: string;
    case_id: string;
    customer_id: string;
    contact_point_id: string | null;
    method: 'signed-link' | 'one-time-code' | 'portal-session';
    secret_hash: string;
    issued_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  case_messages: {
    organisation_id: string;
    id: string;
    case_id: string;
    direction: 'in' | 'out';
    channel: 'portal' | 'mail' | 'phone' | 'visit' | 'api' | 'letter';
    text: string;
    author_kind: 'staff' | 'customer' | 'system' | 'api-key';
    author_id: string | null;
    received_mail_id: string | null;
    at: Date;
  };
  case_notes: {
    organisation_id: string;
    id: string;
    case_id: string;
    text: string;
    author_id: string | null;
    at: Date;
  };
  case_outcomes: {
    organisation_id: string;
    id: string;
    case_id: string;
    customer_id: string;
    kind: 'confirmed' | 'lapsed' | 'reported' | 'withdrawn' | 'closed_by_authority';
    claim_id: string | null;
    actor_kind: 'customer' | 'staff' | 'system';
    actor_id: string | null;
    grant_id: string | null;
    text: string | null;
    reason: 'duplicate' | 'out-of-scope' | 'abuse' | 'law' | null;
    channel: 'portal' | 'mail' | 'phone' | 'visit' | null;
    said_at: Date | null;
    duplicate_of_id: string | null;
    at: Date;
  };
  case_reminders: {
    organisation_id: string;
    claim_id: string;
    at: Date;
  };
  case_reopenings: {
    organisation_id: string;
    id: string;
    case_id: string;
    outcome_id: string;
    reason: string;
    actor_kind: 'customer' | 'staff';
    actor_id: string | null;
    grant_id: string | null;
    at: Date;
  };
  case_step_marks: {
    organisation_id: string;
    id: string;
    case_id: string;
    document_id: string;
    version: number;
    step_id: string;
    mark: 'done' | 'undone';
    person_id: string;
    at: Date;
  };
  cases: {
    organisation_id: string;
    id: string;
    number: string;
    tracking_code: string;
    kind: 'request' | 'inquiry' | 'complaint' | 'suggestion' | 'remark';
    subject: string;
    description: string;
    state: Generated<'open' | 'claimed' | 'closed'>;
    outcome: 'confirmed' | 'lapsed' | 'reported' | 'withdrawn' | 'closed_by_authority' | null;
    priority: Generated<'low' | 'normal' | 'high' | 'urgent'>;
    channel: 'portal' | 'mail' | 'phone' | 'visit' | 'api' | 'letter';
    language: 'ar' | 'fa' | 'en';
    customer_id: string;
    category_id: string | null;
    product_id: string | null;
    unit_id: string | null;
    assignee_id: string | null;
    dispute_level: Generated<number>;
    registered_at: Date;
    last_activity_at: Date;
    last_message_by: 'customer' | 'staff' | null;
    first_claimed_at: Date | null;
    open_claim_id: string | null;
    lapses_at: Date | null;
    next_reminder_at: Date | null;
    closed_at: Date | null;
    reopenable_until: Date | null;
    waiting_reason: 'customer-information' | 'outside-party' | 'site-visit' | 'later' | null;
    waiting_until: Date | null;
    search: Generated<string>;
    segment_id: string | null;
    tree_version: number | null;
  };
  category_processes: {
    organisation_id: string;
    category_id: string;
    model_id: string;
    version: number | null;
    when_case_ends: 'cancel' | 'continue';
    set_at: Date;
    set_by: string | null;
  };
};
