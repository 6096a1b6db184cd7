-- Moving running instances to another version: who did it and why, and what became of each instance (decision 0026).

create table process_migrations (
  organisation_id uuid not null references organisations,
  id uuid not null,
  model_id uuid not null,
  from_version_id uuid not null,
  to_version_id uuid not null,
  -- Element of the one → element of the other, or null: taken away. What is not named stands for itself.
  mapping jsonb not null,
  reason text not null,
  started_at timestamptz not null,
  started_by uuid not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id) references process_models,
  foreign key (organisation_id, from_version_id) references process_versions,
  foreign key (organisation_id, to_version_id) references process_versions,
  foreign key (organisation_id, started_by) references people,
  check (from_version_id <> to_version_id)
);
create unique index process_migrations_one_goes_on on process_migrations (organisation_id, from_version_id) where ended_at is null;
create index process_migrations_of_model on process_migrations (organisation_id, model_id, id desc);
call rida_protect('process_migrations', 'select, insert', '', 'select, insert, update (ended_at)');

create table process_migration_instances (
  organisation_id uuid not null references organisations,
  migration_id uuid not null,
  instance_id uuid not null,
  -- Ended: it had come to its end before it was its turn.
  outcome text not null default 'waiting' check (outcome in ('waiting', 'migrated', 'refused', 'ended')),
  -- Why it was refused: [{"code": "…", "elementId": "…", "to": "…"}].
  faults jsonb not null default '[]',
  at timestamptz,
  -- Of the instance as it stood in the version after, and the number of the happening that says so.
  revision integer,
  happening integer,
  primary key (organisation_id, migration_id, instance_id),
  foreign key (organisation_id, migration_id) references process_migrations,
  foreign key (organisation_id, instance_id) references process_instances,
  check ((outcome = 'waiting') = (at is null)),
  check ((outcome = 'migrated') = (revision is not null and happening is not null)),
  check ((outcome = 'refused') = (faults <> '[]'))
);
create index process_migration_instances_by_outcome on process_migration_instances (organisation_id, migration_id, outcome, instance_id);
create index process_migration_instances_moves on process_migration_instances (organisation_id, instance_id, happening) where outcome = 'migrated';
call rida_protect('process_migration_instances', 'select, insert', '', 'select, insert, update (outcome, faults, at, revision, happening)');

create function process_migration_outcome_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'what became of an instance stays on record' using errcode = 'check_violation', constraint = 'process_migration_outcome_stays';
end $$;
create trigger stays before update on process_migration_instances for each row when (old.outcome <> 'waiting') execute function process_migration_outcome_stays();

-- The version with which an instance began is the one it runs by, but for a move on record: for this instance, from this version
-- to that, and of the very step that is stored. Instances that run already are not touched.
create function process_instance_keeps_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.model_id <> old.model_id or not exists (
    select from process_migration_instances i
      join process_migrations m on m.organisation_id = i.organisation_id and m.id = i.migration_id
     where i.organisation_id = new.organisation_id and i.instance_id = new.id and i.outcome = 'migrated' and i.revision = new.revision
       and m.from_version_id = old.version_id and m.to_version_id = new.version_id) then
    raise exception 'an instance changes its version by a migration only' using errcode = 'check_violation', constraint = 'process_instances_version';
  end if;
  return new;
end $$;
create trigger keeps_version before update of version_id, process_id, model_id on process_instances for each row
  when ((old.version_id, old.process_id, old.model_id) is distinct from (new.version_id, new.process_id, new.model_id))
  execute function process_instance_keeps_version();

-- A line of its own between what happened by the one version and by the other.
alter table process_happenings drop constraint process_happenings_type_check;
alter table process_happenings add constraint process_happenings_type_check
  check (type in ('entered', 'completed', 'cancelled', 'flow-taken', 'fired', 'failed', 'migrated'));

alter table process_corrections drop constraint process_corrections_type_check;
alter table process_corrections add column migration_id uuid;
alter table process_corrections add constraint process_corrections_type_check
  check (type in ('variables-set', 'retried', 'cancelled', 'migrated'));
alter table process_corrections add constraint process_corrections_migration_check
  check ((type = 'migrated') = (migration_id is not null));
alter table process_corrections add foreign key (organisation_id, migration_id) references process_migrations;
