// Row types of the tables that the segments module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { DefaultedJson, Json } from '#platform/json.ts';

export type SegmentTables = {
  personas: {
    organisation_id: string;
    id: string;
    segment_id: string;
    name: string;
    story: string | null;
    goals: Generated<string[]>;
    needs: Generated<string[]>;
    frustrations: Generated<string[]>;
    channels: Generated<('portal' | 'mail' | 'phone' | 'visit' | 'letter')[]>;
    quotes: Generated<string[]>;
    evidence: DefaultedJson;
    created_by: string | null;
    created_at: Date;
    changed_at: Date;
    removed_at: Date | null;
  };
  segment_members: {
    organisation_id: string;
    customer_id: string;
    since: Date;
    until: Date | null;
    segment_id: string | null;
    tree_version: number;
    pinned_at: Date | null;
    pinned_by: string | null;
    pin_reason: string | null;
  };
  segment_nodes: {
    organisation_id: string;
    tree_version: number;
    segment_id: string;
    parent_id: string | null;
    name: Json;
    rule: Json;
    service_priority: 'low' | 'normal' | 'high' | 'urgent';
    needs: Generated<string[]>;
    size_rank: number | null;
    sort_order: number;
  };
  segment_proposal_moves: {
    organisation_id: string;
    proposal_id: string;
    customer_id: string;
    from_segment_id: string | null;
    to_segment_id: string | null;
  };
  segment_proposals: {
    organisation_id: string;
    id: string;
    kind: 'drift';
    state: 'open' | 'approved' | 'declined' | 'superseded';
    tree_version: number;
    opened_at: Date;
    decided_by: string | null;
    decided_at: Date | null;
    reason: string | null;
    members: number | null;
    misfits: number | null;
  };
  segment_recomputations: {
    organisation_id: string;
    id: string;
    cause: 'published' | 'nightly' | 'asked';
    tree_version: number;
    started_at: Date;
    milliseconds: number;
    customers: number;
    placed: number;
    moved: number;
    misfits: number;
  };
  segments: {
    organisation_id: string;
    id: string;
    created_at: Date;
  };
  tree_versions: {
    organisation_id: string;
    number: number;
    state: 'draft' | 'published' | 'retired';
    note: string | null;
    based_on: number | null;
    drafted_by: string | null;
    drafted_at: Date;
    published_by: string | null;
    published_at: Date | null;
    retired_at: Date | null;
    publishing_at: Date | null;
  };
};

/** What other modules may join. */
export type SegmentViews = {
  customer_segment_history: {
    organisation_id: string;
    customer_id: string;
    segment_id: string | null;
    tree_version: number | null;
    since: Date | null;
    until: Date | null;
  };
  customer_segments: {
    organisation_id: string;
    customer_id: string;
    segment_id: string | null;
    tree_version: number | null;
  };
  segment_briefs: {
    organisation_id: string;
    id: string;
    tree_version: number | null;
    name: Json;
    size_rank: number | null;
    service_priority: string | null;
  };
};
