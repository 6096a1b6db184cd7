// Row types of the tables that the service-levels module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { DefaultedJson, Json } from '#platform/json.ts';

export type ServiceLevelTables = {
  clocked_cases: {
    organisation_id: string;
    case_id: string;
    policy_id: string | null;
    policy_version: number | null;
    traits: Json;
    unit_id: string | null;
    segment_id: string | null;
    registered_at: Date;
    acknowledged_at: Date | null;
    assessed_at: Date | null;
    answered_at: Date | null;
    waits: DefaultedJson;
    state: Generated<'open' | 'claimed' | 'closed'>;
    next_due_at: Date | null;
    next_due_target: string | null;
  };
  clocks: {
    organisation_id: string;
    case_id: string;
    target:
      | 'acknowledge'
      | 'assess'
      | 'first-answer'
      | 'next-answer'
      | 'hand-off'
      | 'claim'
      | 'dispute-answer'
      | 'lapse';
    ordinal: number;
    id: string;
    state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
    policy_id: string;
    policy_version: number;
    calendar_id: string;
    calendar_version: number;
    goal: Json;
    started_at: Date;
    due_at: Date | null;
    first_due_at: Date | null;
    ended_at: Date | null;
    warned_at: Date | null;
    breached_at: Date | null;
    alarm_at: Date | null;
    goal_ms: number | null;
    counted_ms: number | null;
    paused_ms: number | null;
    pauses: Json;
    derivation: Json;
    moves: Json;
    kind: string;
    channel: string;
    unit_id: string | null;
    segment_id: string | null;
  };
  service_level_revisions: {
    organisation_id: string;
    revision: string;
  };
  service_policies: {
    organisation_id: string;
    id: string;
    version: number;
    position: number | null;
    changed_at: Date;
    changed_by: string | null;
  };
  service_policy_versions: {
    organisation_id: string;
    policy_id: string;
    version: number;
    name: Json;
    conditions: Json;
    goals: Json;
    regime_id: string | null;
    published_at: Date;
    published_by: string | null;
  };
  working_calendars: {
    organisation_id: string;
    id: string;
    version: number;
    name: Json;
    time_zone: string;
    week: Json;
    exceptions: Json;
    closures: Json;
    is_default: boolean;
    changed_at: Date;
    changed_by: string | null;
  };
};

/** What other modules may join. */
export type ServiceLevelViews = {
  case_due: {
    organisation_id: string;
    case_id: string | null;
    next_due_at: Date | null;
    next_due_target: string | null;
  };
  case_regimes: {
    organisation_id: string;
    case_id: string | null;
    regime_id: string | null;
  };
};
