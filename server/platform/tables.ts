// Row types of the tables that the platform owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { DefaultedJson, Json } from '#platform/json.ts';

export type PlatformTables = {
  attempts: {
    bucket: string;
    window_start: Date;
    count: number;
  };
  event_deliveries: {
    organisation_id: string;
    event_id: string;
    subscriber: string;
    delivered_at: Date;
  };
  events: {
    organisation_id: string;
    id: string;
    type: string;
    subject_type: string;
    subject_id: string;
    customer_id: string | null;
    actor_kind: 'staff' | 'customer' | 'system' | 'api-key' | 'dealer';
    actor_id: string | null;
    at: Date;
    data: DefaultedJson;
    transaction_id: Generated<string>;
    only_for: string[] | null;
  };
  files: {
    organisation_id: string;
    id: string;
    name: string;
    media_type: string;
    size: number;
    sha256: string;
    storage_key: string;
    uploaded_by_kind: 'staff' | 'customer' | 'system' | 'api-key';
    uploaded_by: string | null;
    uploaded_at: Date;
    attached_at: Date | null;
  };
  idempotency_keys: {
    organisation_id: string;
    key: string;
    request_hash: string;
    response: Json;
    answered_at: Date;
  };
  settings: {
    organisation_id: string;
    key: string;
    value: Json;
    changed_at: Date;
  };
};
