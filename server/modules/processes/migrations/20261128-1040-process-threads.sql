-- What people say about a model of a process or one element of it, beside the drawing (decision 0027): threads, and in each what was said and when it was settled.

create table process_threads (
  organisation_id uuid not null references organisations,
  id uuid not null,
  model_id uuid not null,
  -- Null: about the model as a whole.
  element_id text,
  -- As it was called then: the element may change, or go.
  element_name text,
  -- The version that was looked at; null: the draft, at this revision.
  version integer,
  revision integer,
  opened_at timestamptz not null,
  opened_by uuid not null,
  -- When something was said or settled last; lists go by it.
  changed_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id) references process_models on delete cascade,
  foreign key (organisation_id, opened_by) references people,
  foreign key (organisation_id, settled_by) references people,
  check ((version is null) <> (revision is null)),
  check (element_id is not null or element_name is null),
  check ((settled_at is null) = (settled_by is null))
);
create index process_threads_of_model on process_threads (organisation_id, model_id, changed_at desc, id desc);
-- Removed only with a model that was never published.
call rida_protect('process_threads', 'select, insert, update, delete', '', 'select, insert, update');

-- Nobody changes what was said.
create table process_thread_entries (
  organisation_id uuid not null references organisations,
  id uuid not null,
  thread_id uuid not null,
  kind text not null check (kind in ('said', 'settled', 'reopened')),
  -- A thread may be settled without a word.
  body text,
  at timestamptz not null,
  by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, thread_id) references process_threads on delete cascade,
  foreign key (organisation_id, by_id) references people,
  check (kind <> 'said' or body is not null)
);
create index process_thread_entries_of_thread on process_thread_entries (organisation_id, thread_id, id);
call rida_protect('process_thread_entries', 'select, insert', '', 'select, insert');
