// Row types of the tables that the duplicates module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { Json } from '#platform/json.ts';

export type DuplicatesTables = {
  duplicate_keys: {
    organisation_id: string;
    key: number;
    customer_id: string;
  };
  duplicate_pairs: {
    organisation_id: string;
    one_id: string;
    other_id: string;
    bits: number;
    evidence: Json;
    state: 'proposed' | 'kept-apart' | 'merged';
    found_at: Date;
    decided_at: Date | null;
    decided_by: string | null;
    decided_bits: number | null;
  };
  duplicate_records: {
    organisation_id: string;
    customer_id: string;
    spelled: string[];
    codes: string[];
    mark: string;
    keys: number[];
    pending: Generated<boolean>;
  };
  duplicate_runs: {
    organisation_id: string;
    id: string;
    state: 'running' | 'done' | 'stopped';
    phase: 'keys' | 'pairs';
    after_id: string | null;
    customers: number;
    done: Generated<number>;
    started_at: Date;
    started_by: string;
    finished_at: Date | null;
  };
  duplicate_words: {
    organisation_id: string;
    form: 'all' | 'code' | 'spelled';
    word: string;
    customers: number;
  };
  merges: {
    organisation_id: string;
    id: string;
    survivor_id: string;
    merged_id: string;
    written: Json;
    previous: Json;
    merged_at: Date;
    merged_by: string;
    undone_at: Date | null;
    undone_by: string | null;
  };
};
