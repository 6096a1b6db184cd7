// Row types of the tables that the service-levels module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Json } from '#platform/json.ts';

export type ServiceLevelTables = {
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
