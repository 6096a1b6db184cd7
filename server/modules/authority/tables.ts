// Row types of the tables that the authority module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Json } from '#platform/json.ts';

export type AuthorityTables = {
  authority_actions: {
    organisation_id: string;
    id: string;
    key: string;
    name: Json;
    has_amount: boolean;
    on_overrun: 'refuse' | 'override';
    split_days: number | null;
    retired_at: Date | null;
    changed_at: Date;
    changed_by: string | null;
  };
  authority_answers: {
    organisation_id: string;
    id: string;
    finding_id: string;
    kind: 'explained' | 'accepted';
    words: string;
    by_id: string;
    at: Date;
  };
  authority_decisions: {
    organisation_id: string;
    id: string;
    action_id: string;
    person_id: string;
    rule_id: string | null;
    delegation_id: string | null;
    unit_id: string | null;
    amount_minor: number | null;
    currency: string | null;
    subject_type: string;
    subject_id: string;
    requested_by: string | null;
    verdict: 'within' | 'override' | 'refused';
    reason: string | null;
    at: Date;
  };
  authority_delegations: {
    organisation_id: string;
    id: string;
    giver_id: string;
    position_id: string;
    delegate_id: string;
    action_ids: string[];
    limit_minor: number | null;
    currency: string | null;
    unit_id: string | null;
    valid_from: string;
    valid_until: string;
    reason: string;
    made_at: Date;
    revoked_at: Date | null;
    revoked_by: string | null;
    ended_at: Date | null;
  };
  authority_findings: {
    organisation_id: string;
    id: string;
    decision_id: string;
    type: 'over-limit' | 'outside-unit' | 'expired' | 'self-approval' | 'split' | 'no-authority';
    action_id: string;
    unit_id: string | null;
    person_id: string;
    at: Date;
  };
  authority_rules: {
    organisation_id: string;
    id: string;
    action_id: string;
    position_id: string | null;
    limit_minor: number | null;
    currency: string | null;
    scope: 'own-unit' | 'own-unit-and-below' | 'named-unit' | 'everywhere';
    unit_id: string | null;
    valid_from: string;
    valid_until: string | null;
    made_at: Date;
    made_by: string | null;
    ended_at: Date | null;
    ended_by: string | null;
  };
};
