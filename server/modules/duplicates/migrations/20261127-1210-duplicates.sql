-- Duplicates: what records are found by, the pairs that may be one customer, and the merges.

-- What was read from a customer's record the last time: words of the name, to count them, and a mark to tell whether it changed.
create table duplicate_records (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  spelled text[] not null,
  codes text[] not null,
  mark text not null,
  primary key (organisation_id, customer_id),
  foreign key (organisation_id, customer_id) references customers
);
call rida_protect('duplicate_records', 'select', '', 'select, insert, update, delete');

-- Blocking keys: only records that share one are compared.
create table duplicate_keys (
  organisation_id uuid not null references organisations,
  key text not null,
  customer_id uuid not null,
  primary key (organisation_id, key, customer_id),
  foreign key (organisation_id, customer_id) references customers
);
create index duplicate_keys_of_customer on duplicate_keys (organisation_id, customer_id);
call rida_protect('duplicate_keys', 'select', '', 'select, insert, delete');

-- How many customers have a word in their name: agreement on a rare name says more. The form 'all' counts the customers.
create table duplicate_words (
  organisation_id uuid not null references organisations,
  form text not null check (form in ('all', 'code', 'spelled')),
  word text not null,
  customers integer not null,
  primary key (organisation_id, form, word)
);
call rida_protect('duplicate_words', 'select', '', 'select, insert, update');

create table duplicate_pairs (
  organisation_id uuid not null references organisations,
  one_id uuid not null,
  other_id uuid not null check (one_id < other_id),
  -- log2 of the odds that both are one customer.
  bits double precision not null,
  -- [{"field": "phone", "level": "same", "bits": 15.2}, …]
  evidence jsonb not null,
  state text not null check (state in ('proposed', 'kept-apart', 'merged')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  -- What the person saw who kept them apart; proposed again only when much more speaks for it.
  decided_bits double precision,
  primary key (organisation_id, one_id, other_id),
  foreign key (organisation_id, one_id) references customers,
  foreign key (organisation_id, other_id) references customers,
  foreign key (organisation_id, decided_by) references people,
  check ((state = 'proposed') = (decided_at is null))
);
create index duplicate_pairs_queue on duplicate_pairs (organisation_id, state, bits desc, one_id, other_id);
create index duplicate_pairs_of_other on duplicate_pairs (organisation_id, other_id);
call rida_protect('duplicate_pairs', 'select, insert, update', '', 'select, insert, update, delete');

-- Rows, not flags: who made one record count as another, what was written to the survivor and what stood there before.
create table merges (
  organisation_id uuid not null references organisations,
  id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null check (merged_id <> survivor_id),
  -- {"name": "…", "field:<id>": …}: what the survivor took from the other record.
  written jsonb not null,
  previous jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, survivor_id) references customers,
  foreign key (organisation_id, merged_id) references customers,
  foreign key (organisation_id, merged_by) references people,
  foreign key (organisation_id, undone_by) references people,
  check ((undone_at is null) = (undone_by is null))
);
create unique index merges_in_force on merges (organisation_id, merged_id) where undone_at is null;
create index merges_of_survivor on merges (organisation_id, survivor_id, merged_at);
call rida_protect('merges', 'select, insert, update', '', 'select, insert, update');

-- A comparison of all customers, in the background.
create table duplicate_runs (
  organisation_id uuid not null references organisations,
  id uuid not null,
  state text not null check (state in ('running', 'done', 'stopped')),
  -- First the keys of all records are made, then their pairs are scored.
  phase text not null check (phase in ('keys', 'pairs')),
  -- The last record that is done in this phase.
  after_id uuid,
  customers integer not null,
  done integer not null default 0,
  started_at timestamptz not null,
  started_by uuid not null,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, started_by) references people,
  check ((state = 'running') = (finished_at is null))
);
create unique index duplicate_runs_running on duplicate_runs (organisation_id) where state = 'running';
create index duplicate_runs_newest on duplicate_runs (organisation_id, started_at desc);
call rida_protect('duplicate_runs', 'select, insert, update', '', 'select, insert, update');
