// Row types of the tables that the forms module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { Json } from '#platform/json.ts';

export type FormsTables = {
  form_versions: {
    organisation_id: string;
    id: string;
    form_id: string;
    number: number;
    revision: Generated<number>;
    definition: Json;
    note: string | null;
    created_at: Date;
    created_by: string | null;
    published_at: Date | null;
    published_by: string | null;
  };
  forms: {
    organisation_id: string;
    id: string;
    key: string;
    name: Json;
    created_at: Date;
    created_by: string | null;
    changed_at: Date;
    retired_at: Date | null;
  };
};
