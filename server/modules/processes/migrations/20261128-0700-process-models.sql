-- Models of processes: what the catalogue says, the draft, proposals to the owner, and versions that nobody can change (decision 0023).

create table process_models (
  organisation_id uuid not null references organisations,
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  name jsonb not null,
  unit_id uuid not null,
  owner_id uuid not null,
  sipoc jsonb not null,
  promise jsonb,
  objective jsonb,
  pcf_id integer,
  -- Rises with each change of the words above.
  revision integer not null default 1,
  -- The newest; null: none yet.
  version integer,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  retired_at timestamptz,
  retired_by uuid,
  retire_reason text,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, owner_id) references people,
  foreign key (organisation_id, created_by) references people,
  foreign key (organisation_id, retired_by) references people
);
create index process_models_by_change on process_models (organisation_id, changed_at desc, id desc);
create index process_models_of_unit on process_models (organisation_id, unit_id);
call rida_protect('process_models', 'select, insert, update, delete', '', 'select, insert, update');

create table process_drafts (
  organisation_id uuid not null references organisations,
  model_id uuid not null,
  xml text not null,
  revision integer not null,
  -- The version that it began as.
  based_on integer,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (organisation_id, model_id),
  foreign key (organisation_id, model_id) references process_models on delete cascade,
  foreign key (organisation_id, saved_by) references people
);
call rida_protect('process_drafts', 'select, insert, update, delete', '', 'select, insert, update');

create table process_proposals (
  organisation_id uuid not null references organisations,
  id uuid not null,
  model_id uuid not null,
  -- Of the draft that is to be published, as it stands then.
  revision integer not null,
  note text,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'sent-back', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id) references process_models on delete cascade,
  foreign key (organisation_id, proposed_by) references people,
  foreign key (organisation_id, decided_by) references people,
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'sent-back' or reason is not null)
);
create unique index process_proposals_one_waits on process_proposals (organisation_id, model_id) where decision is null;
create index process_proposals_of_model on process_proposals (organisation_id, model_id, proposed_at desc);
call rida_protect('process_proposals', 'select, insert, update, delete', '', 'select, insert, update');

-- What instances run by. Kept byte for byte: what was run years ago can be shown.
create table process_versions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  model_id uuid not null,
  number integer not null check (number > 0),
  xml text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What can be started: [{"id": "…", "name": "…"}].
  processes jsonb not null,
  -- Warnings of the check with which it was published.
  faults jsonb not null,
  note text,
  published_at timestamptz not null,
  published_by uuid,
  proposed_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, model_id, number),
  foreign key (organisation_id, model_id) references process_models,
  foreign key (organisation_id, published_by) references people,
  foreign key (organisation_id, proposed_by) references people
);
call rida_protect('process_versions', 'select, insert', '', 'select, insert');

create function process_version_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a version of a process stays as it was' using errcode = 'check_violation', constraint = 'process_versions_stay';
end $$;
create trigger stays before update or delete on process_versions for each row execute function process_version_stays();

-- A version is what its owner approved: the hash is of these very bytes.
create function process_version_is_hashed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.sha256 <> encode(sha256(convert_to(new.xml, 'UTF8')), 'hex') then
    raise exception 'the hash is of another diagram' using errcode = 'check_violation', constraint = 'process_versions_hash';
  end if;
  return new;
end $$;
create trigger hashed before insert on process_versions for each row execute function process_version_is_hashed();

-- Starts with a trigger, of the newest version of models that are not retired: what arrives looks here for a process to begin.
create table process_starts (
  organisation_id uuid not null references organisations,
  model_id uuid not null,
  process_id text not null,
  element_id text not null,
  type text not null check (type in ('message', 'signal', 'timer')),
  name text,
  due_at timestamptz,
  -- Of a timer that comes again.
  cycle jsonb,
  primary key (organisation_id, model_id, process_id, element_id),
  foreign key (organisation_id, model_id) references process_models
);
create index process_starts_by_name on process_starts (organisation_id, type, name);
create index process_starts_due on process_starts (due_at) where due_at is not null;
call rida_protect('process_starts', 'select, insert, update, delete', '', 'select, insert, update, delete');
