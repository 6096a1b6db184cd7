// Row types of the tables that the processes module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Json } from '#platform/json.ts';

export type ProcessTables = {
  process_arrivals: {
    organisation_id: string;
    instance_id: string;
    scope: number;
    flow_id: string;
    gateway_id: string;
    count: number;
  };
  process_comment_files: {
    organisation_id: string;
    comment_id: string;
    file_id: string;
  };
  process_comments: {
    organisation_id: string;
    id: string;
    instance_id: string;
    task_id: string | null;
    body: string;
    at: Date;
    by_id: string | null;
  };
  process_corrections: {
    organisation_id: string;
    id: string;
    instance_id: string;
    at: Date;
    by_kind: 'staff' | 'customer' | 'system' | 'api-key' | 'dealer';
    by_id: string | null;
    type: 'variables-set' | 'retried' | 'cancelled';
    element_id: string | null;
    names: string[];
    reason: string | null;
  };
  process_drafts: {
    organisation_id: string;
    model_id: string;
    xml: string;
    revision: number;
    based_on: number | null;
    saved_at: Date;
    saved_by: string | null;
  };
  process_hand_offs: {
    organisation_id: string;
    id: string;
    task_id: string;
    instance_id: string;
    model_id: string;
    from_unit_id: string;
    to_unit_id: string;
    state: 'offered' | 'accepted' | 'refused' | 'withdrawn';
    what: string;
    criteria: string[];
    offered_at: Date;
    offered_by: string | null;
    note: string | null;
    wait_until: Date | null;
    decided_at: Date | null;
    decided_by: string | null;
    reason: string | null;
    unmet: Generated<string[]>;
    orphaned_at: Date | null;
    ping_pong: boolean;
  };
  process_happenings: {
    organisation_id: string;
    instance_id: string;
    number: number;
    at: Date;
    type: 'entered' | 'completed' | 'cancelled' | 'flow-taken' | 'fired' | 'failed';
    element_id: string;
    token: number | null;
    scope: number;
  };
  process_instances: {
    organisation_id: string;
    id: string;
    version_id: string;
    model_id: string;
    process_id: string;
    status: 'running' | 'completed' | 'terminated' | 'failed' | 'cancelled';
    revision: number;
    next_number: number;
    happened: number;
    subject_type: string | null;
    subject_id: string | null;
    parent_id: string | null;
    parent_token: number | null;
    started_at: Date;
    started_by_kind: 'staff' | 'customer' | 'system' | 'api-key' | 'dealer';
    started_by: string | null;
    ended_at: Date | null;
    reason: string | null;
    error_code: string | null;
  };
  process_messages: {
    organisation_id: string;
    id: string;
    name: string;
    key: string;
    variables: Json;
    arrived_at: Date;
    expires_at: Date;
    taken_at: Date | null;
    instance_id: string | null;
  };
  process_models: {
    organisation_id: string;
    id: string;
    key: string;
    name: Json;
    unit_id: string;
    owner_id: string;
    sipoc: Json;
    promise: Json | null;
    objective: Json | null;
    pcf_id: number | null;
    revision: Generated<number>;
    version: number | null;
    created_at: Date;
    created_by: string | null;
    changed_at: Date;
    retired_at: Date | null;
    retired_by: string | null;
    retire_reason: string | null;
  };
  process_proposals: {
    organisation_id: string;
    id: string;
    model_id: string;
    revision: number;
    note: string | null;
    proposed_by: string | null;
    proposed_at: Date;
    decision: 'approved' | 'sent-back' | 'withdrawn' | null;
    decided_by: string | null;
    decided_at: Date | null;
    reason: string | null;
  };
  process_scopes: {
    organisation_id: string;
    instance_id: string;
    number: number;
    element_id: string;
    parent: number | null;
    token: number | null;
    rounds: Json | null;
    round: number | null;
  };
  process_services: {
    organisation_id: string;
    instance_id: string;
    token: number;
    element_id: string;
    kind: 'service' | 'call';
    topic: string;
    input: Json;
    asked_at: Date;
    tries: Generated<number>;
    failed_at: Date | null;
    fault: string | null;
  };
  process_signals: {
    organisation_id: string;
    id: string;
    name: string;
    variables: Json;
    thrown_at: Date;
    told_at: Date | null;
  };
  process_signals_heard: {
    organisation_id: string;
    signal_id: string;
    instance_id: string;
    subscription: number;
    heard_at: Date;
  };
  process_starts: {
    organisation_id: string;
    model_id: string;
    process_id: string;
    element_id: string;
    type: 'message' | 'signal' | 'timer';
    name: string | null;
    due_at: Date | null;
    cycle: Json | null;
  };
  process_subscriptions: {
    organisation_id: string;
    instance_id: string;
    number: number;
    scope: number;
    element_id: string;
    token: number | null;
    type: 'message' | 'signal';
    name: string;
    key: string;
  };
  process_task_claims: {
    organisation_id: string;
    id: string;
    task_id: string;
    person_id: string;
    at: Date;
    by_id: string | null;
    refused: boolean;
    ended_at: Date | null;
    end_reason: 'released' | 'delegated' | 'reassigned' | 'completed' | 'withdrawn' | null;
  };
  process_tasks: {
    organisation_id: string;
    id: string;
    instance_id: string;
    token: number;
    model_id: string;
    version_id: string;
    element_id: string;
    name: string;
    state: 'offered' | 'returned' | 'open' | 'claimed' | 'completed' | 'withdrawn';
    unit_id: string;
    owed_by: string;
    assignee_id: string | null;
    settings: Json;
    priority: number | null;
    opened_at: Date;
    due_at: Date | null;
    derivation: Json | null;
    wait_until: Date | null;
    completed_at: Date | null;
    completed_by: string | null;
    withdrawn_at: Date | null;
    withdrawal: 'interrupted' | 'cancelled' | 'ended' | null;
    ended: GeneratedAlways<boolean>;
  };
  process_timers: {
    organisation_id: string;
    instance_id: string;
    number: number;
    scope: number;
    element_id: string;
    token: number | null;
    due_at: Date;
    cycle: Json | null;
  };
  process_tokens: {
    organisation_id: string;
    instance_id: string;
    number: number;
    version_id: string;
    scope: number;
    element_id: string;
    waits_for: 'task' | 'service' | 'message' | 'signal' | 'timer' | 'event' | 'call' | 'scope' | 'incident';
    incident: Json | null;
    since: Date;
  };
  process_variables: {
    organisation_id: string;
    instance_id: string;
    scope: number;
    name: string;
    value: Json;
  };
  process_versions: {
    organisation_id: string;
    id: string;
    model_id: string;
    number: number;
    xml: string;
    sha256: string;
    processes: Json;
    faults: Json;
    note: string | null;
    published_at: Date;
    published_by: string | null;
    proposed_by: string | null;
  };
};

/** What other modules may join. */
export type ProcessViews = {
  task_briefs: {
    organisation_id: string;
    id: string;
    instance_id: string | null;
    name: string;
    state: string | null;
    unit_id: string | null;
    assignee_id: string | null;
    opened_at: Date | null;
    due_at: Date | null;
    ended: boolean | null;
    subject_type: string | null;
    subject_id: string | null;
  };
};
