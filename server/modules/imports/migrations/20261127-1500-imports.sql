-- Imports: a file whose rows become records, the rows that were refused or cut short, what columns meant before; lists that left as files.

create table imports (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- Name of an importer: customers.
  kind text not null,
  -- Null once the file was removed.
  file_id uuid,
  file_name text not null,
  file_size bigint not null,
  format text not null check (format in ('csv', 'xlsx')),
  state text not null check (state in ('described', 'checking', 'checked', 'running', 'cancelled', 'failed', 'finished')),
  -- Encoding with its confidence, delimiter, sheets, row of the header.
  reading jsonb not null,
  -- Header, samples, field and reading of dates of each column. Samples are emptied with the file.
  columns jsonb not null,
  preview jsonb not null,
  match_by text,
  empty_cells text not null default 'keep' check (empty_cells in ('keep', 'clear')),
  -- Counts of rows that hold something. `check_result` is what the trial run found.
  row_count integer,
  check_result jsonb,
  -- The checkpoint: number of the last row whose batch was committed, as the spreadsheet counts. It moves in the transaction of the batch.
  last_row integer not null default 0,
  done integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  -- Of those written: rows of which something was left out.
  warned integer not null default 0,
  failure jsonb,
  created_at timestamptz not null,
  created_by uuid,
  started_at timestamptz,
  finished_at timestamptz,
  -- Changes with each start, stop and resumption: a run that was overtaken by another finds its own number gone and stops.
  run integer not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references files,
  foreign key (organisation_id, created_by) references people
);
create index imports_newest on imports (organisation_id, created_at desc, id desc);
-- Housekeeping looks over all organisations.
create index imports_with_file on imports (created_at) where file_id is not null;
call rida_protect('imports', 'select, insert, update', '', 'select, insert, update');

create table import_faults (
  organisation_id uuid not null references organisations,
  import_id uuid not null,
  -- As the spreadsheet numbers it.
  row_number integer not null,
  -- Of the trial run, or of the run.
  trial boolean not null,
  -- False: written, and the faults say what was left out of it.
  refused boolean not null,
  cells jsonb not null,
  faults jsonb not null,
  primary key (organisation_id, import_id, trial, row_number),
  foreign key (organisation_id, import_id) references imports
);
call rida_protect('import_faults', 'select, insert, delete', '', 'select, insert, delete');

-- What a column of this name was mapped to the last time.
create table import_mappings (
  organisation_id uuid not null references organisations,
  kind text not null,
  -- Normalised header.
  header text not null,
  -- Null: it was left out on purpose.
  field text,
  dates text check (dates in ('gregory', 'gregory-month-first', 'islamic-umalqura', 'persian', 'excel-serial')),
  used_at timestamptz not null,
  primary key (organisation_id, kind, header)
);
call rida_protect('import_mappings', 'select, insert, update', '', 'select');

create table list_exports (
  organisation_id uuid not null references organisations,
  id uuid not null,
  kind text not null,
  format text not null check (format in ('csv', 'xlsx')),
  -- The words of the filter; emptied when the file was fetched, since they may be a person's.
  query jsonb,
  requested_at timestamptz not null,
  requested_by uuid,
  fetched_at timestamptz,
  row_count integer,
  primary key (organisation_id, id),
  foreign key (organisation_id, requested_by) references people
);
create index list_exports_newest on list_exports (organisation_id, requested_at desc, id desc);
call rida_protect('list_exports', 'select, insert, update', '', 'select, insert, update');
