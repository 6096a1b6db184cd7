// Row types of the tables that the notifications module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Json } from '#platform/json.ts';

export type NotificationTables = {
  notification_preferences: {
    organisation_id: string;
    person_id: string;
    kind: 'deadlines' | 'knowledge' | 'system';
    delivery: 'at-once' | 'daily' | 'never';
    changed_at: Date;
  };
  notifications: {
    organisation_id: string;
    id: string;
    person_id: string;
    type: string;
    kind: 'deadlines' | 'knowledge' | 'system';
    subject_type: string;
    subject_id: string;
    data: Json;
    once: string | null;
    at: Date;
    read_at: Date | null;
    mail_at: Date | null;
    mailed_at: Date | null;
  };
};
