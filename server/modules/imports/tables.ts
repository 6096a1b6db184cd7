// Row types of the tables that the imports module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { Json } from '#platform/json.ts';

export type ImportTables = {
  import_faults: {
    organisation_id: string;
    import_id: string;
    row_number: number;
    trial: boolean;
    refused: boolean;
    cells: Json;
    faults: Json;
  };
  import_mappings: {
    organisation_id: string;
    kind: string;
    header: string;
    field: string | null;
    dates: 'gregory' | 'gregory-month-first' | 'islamic-umalqura' | 'persian' | 'excel-serial' | null;
    used_at: Date;
  };
  imports: {
    organisation_id: string;
    id: string;
    kind: string;
    file_id: string | null;
    file_name: string;
    file_size: number;
    format: 'csv' | 'xlsx';
    state: 'described' | 'checking' | 'checked' | 'running' | 'cancelled' | 'failed' | 'finished';
    reading: Json;
    columns: Json;
    preview: Json;
    match_by: string | null;
    empty_cells: Generated<'keep' | 'clear'>;
    row_count: number | null;
    check_result: Json | null;
    last_row: Generated<number>;
    done: Generated<number>;
    created: Generated<number>;
    changed: Generated<number>;
    unchanged: Generated<number>;
    refused: Generated<number>;
    warned: Generated<number>;
    failure: Json | null;
    created_at: Date;
    created_by: string | null;
    started_at: Date | null;
    finished_at: Date | null;
    run: Generated<number>;
  };
  list_exports: {
    organisation_id: string;
    id: string;
    kind: string;
    format: 'csv' | 'xlsx';
    query: Json | null;
    requested_at: Date;
    requested_by: string | null;
    fetched_at: Date | null;
    row_count: number | null;
  };
};
