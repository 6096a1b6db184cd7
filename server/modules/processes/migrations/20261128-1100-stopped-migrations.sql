-- A migration that runs can be stopped (decision 0026): by whom and when, and which instances were not touched any more. Those on record stay as they are.

alter table process_migrations add column stopped_at timestamptz, add column stopped_by uuid;
alter table process_migrations add foreign key (organisation_id, stopped_by) references people;
alter table process_migrations add constraint process_migrations_stopped_check
  check ((stopped_at is null) = (stopped_by is null) and (stopped_at is null or stopped_at is not distinct from ended_at));

alter table process_migration_instances drop constraint process_migration_instances_outcome_check;
-- Stopped: somebody stopped the migration before it was its turn; it goes on by its version.
alter table process_migration_instances add constraint process_migration_instances_outcome_check
  check (outcome in ('waiting', 'migrated', 'refused', 'ended', 'stopped'));

-- People stop one. A move or a refusal takes columns that they may not write.
grant update (ended_at, stopped_at, stopped_by) on process_migrations to rida_staff;
grant update (outcome, at) on process_migration_instances to rida_staff;

create function process_migration_end_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a migration that has ended stays so' using errcode = 'check_violation', constraint = 'process_migration_end_stays';
end $$;
create trigger stays before update on process_migrations for each row when (old.ended_at is not null) execute function process_migration_end_stays();
