-- Platform: roles that verbs run under, tenancy, events, settings, files, idempotency keys.

do $$
declare name text;
begin
  foreach name in array array['rida_staff', 'rida_customer', 'rida_system'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null; -- roles belong to the whole server
    end;
    begin
      execute format('grant %I to current_user', name);
    exception when others then
      if not pg_has_role(current_user, name, 'member') then raise; end if;
    end;
  end loop;
end $$;

create extension if not exists pg_trgm;

-- The organisation of the current transaction. After a transaction the setting is '', which must mean "none".
create function rida_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

-- Puts a table of an organisation behind row-level security and says what each kind of actor may do with it.
create procedure rida_protect(table_name regclass, staff text, customer text, system text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('create policy of_organisation on %s to rida_staff, rida_customer, rida_system using (organisation_id = rida_organisation()) with check (organisation_id = rida_organisation())', table_name);
  if staff <> '' then execute format('grant %s on %s to rida_staff', staff, table_name); end if;
  if customer <> '' then execute format('grant %s on %s to rida_customer', customer, table_name); end if;
  if system <> '' then execute format('grant %s on %s to rida_system', system, table_name); end if;
end $$;

-- Facts. Nobody may change or remove one. transaction_id orders readers of the live stream: everything below the oldest
-- transaction still open is complete.
create table events (
  organisation_id uuid not null,
  id uuid not null,
  type text not null,
  subject_type text not null,
  subject_id uuid not null,
  customer_id uuid,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'system', 'api-key')),
  actor_id uuid,
  at timestamptz not null,
  data jsonb not null default '{}',
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, id)
);
create index events_of_subject on events (organisation_id, subject_id, at, id);
create index events_of_customer on events (organisation_id, customer_id, at desc) where customer_id is not null;
create index events_in_commit_order on events (transaction_id, id);
call rida_protect('events', 'select, insert', 'select, insert', 'select, insert');

create table event_deliveries (
  organisation_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  delivered_at timestamptz not null,
  primary key (organisation_id, event_id, subscriber),
  foreign key (organisation_id, event_id) references events
);
call rida_protect('event_deliveries', '', '', 'select, insert');

create table settings (
  organisation_id uuid not null,
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null,
  primary key (organisation_id, key)
);
call rida_protect('settings', 'select, insert, update', 'select', 'select, insert, update');

create table files (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  storage_key text not null,
  uploaded_by_kind text not null check (uploaded_by_kind in ('staff', 'customer', 'system', 'api-key')),
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  -- Set when something refers to it; what nothing refers to is removed after a day.
  attached_at timestamptz,
  primary key (organisation_id, id)
);
create index files_unattached on files (uploaded_at) where attached_at is null;
call rida_protect('files', 'select, insert, update', 'select, insert, update', 'select, insert, update, delete');

-- What was answered to a request with an idempotency key, so that the same request gets the same answer.
create table idempotency_keys (
  organisation_id uuid not null,
  key text not null,
  request_hash text not null,
  response jsonb not null,
  answered_at timestamptz not null,
  primary key (organisation_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (answered_at);
call rida_protect('idempotency_keys', 'select, insert', 'select, insert', 'select, insert, delete');

-- How often somebody tried a secret (a code, a link) or sent something, per address and per subject, in short windows.
create table attempts (
  bucket text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, window_start)
);
