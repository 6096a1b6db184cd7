-- Service policies and the clocks that run by them (decision 0021).

-- What holds now. Every change is a version; versions stay as they were.
create table service_policies (
  organisation_id uuid not null references organisations,
  id uuid not null,
  version integer not null check (version > 0),
  -- The order in which policies are tried. Null: retired.
  position integer check (position > 0),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, position) deferrable initially deferred,
  foreign key (organisation_id, changed_by) references people
);
call rida_protect('service_policies', 'select, insert, update', 'select', 'select, insert, update');

create table service_policy_versions (
  organisation_id uuid not null references organisations,
  policy_id uuid not null,
  version integer not null check (version > 0),
  name jsonb not null,
  conditions jsonb not null,
  goals jsonb not null,
  regime_id text,
  published_at timestamptz not null,
  published_by uuid,
  primary key (organisation_id, policy_id, version),
  foreign key (organisation_id, policy_id) references service_policies deferrable initially deferred,
  foreign key (organisation_id, published_by) references people
);
call rida_protect('service_policy_versions', 'select, insert', 'select', 'select, insert');

-- Another one with every change of a policy or a working calendar: whoever keeps them in memory asks only whether they are current.
-- Random, so that one that was rolled back never comes again for something else.
create table service_level_revisions (
  organisation_id uuid not null references organisations,
  revision uuid not null,
  primary key (organisation_id)
);
call rida_protect('service_level_revisions', 'select', 'select', 'select');

create function service_levels_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into service_level_revisions (organisation_id, revision) values (coalesce(new.organisation_id, old.organisation_id), gen_random_uuid())
  on conflict (organisation_id) do update set revision = excluded.revision;
  return null;
end $$;
create trigger revise after insert or update or delete on service_policies for each row execute function service_levels_changed();
create trigger revise after insert or update or delete on working_calendars for each row execute function service_levels_changed();
insert into service_level_revisions (organisation_id, revision) select organisation_id, gen_random_uuid() from organisations;

-- Whoever registers a case is given promises by calendars, also a customer, who reads them for that.
grant select on working_calendars to rida_customer;

-- A case with promises: under which policy, and what its clocks need to know of it. The case is written after it, with the commit.
create table clocked_cases (
  organisation_id uuid not null references organisations,
  case_id uuid not null,
  -- None fits: nothing is promised.
  policy_id uuid,
  policy_version integer,
  -- Of CaseTraits.
  traits jsonb not null,
  unit_id uuid,
  segment_id uuid,
  registered_at timestamptz not null,
  acknowledged_at timestamptz,
  assessed_at timestamptz,
  answered_at timestamptz,
  -- Every stretch in which it waited, or lay with its customer: [{"reason": "outside-party", "from": ms, "until": ms or null, "by": {…}}].
  waits jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'claimed', 'closed')),
  -- Of the clocks that run, except the customer's own.
  next_due_at timestamptz,
  next_due_target text,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, policy_id, policy_version) references service_policy_versions
);
create index clocked_cases_due on clocked_cases (organisation_id, next_due_at, case_id) where next_due_at is not null;
create index clocked_cases_not_closed on clocked_cases (organisation_id, case_id) where state <> 'closed';
call rida_protect('clocked_cases', 'select, insert, update', 'select, insert, update', 'select, insert, update');
call rida_keep_apart('clocked_cases', 'case_id = rida_own_case()');

create table clocks (
  organisation_id uuid not null references organisations,
  case_id uuid not null,
  target text not null check (target in ('acknowledge', 'assess', 'first-answer', 'next-answer', 'hand-off', 'claim', 'dispute-answer', 'lapse')),
  -- Of its target in this case, from 1.
  ordinal smallint not null check (ordinal > 0),
  id uuid not null,
  state text not null check (state in ('running', 'paused', 'met', 'missed', 'cancelled')),
  policy_id uuid not null,
  policy_version integer not null,
  calendar_id uuid not null,
  calendar_version integer not null,
  -- Of Goal, as it was when the clock last was set.
  goal jsonb not null,
  started_at timestamptz not null,
  due_at timestamptz,
  first_due_at timestamptz,
  ended_at timestamptz,
  warned_at timestamptz,
  breached_at timestamptz,
  -- When the next warning or breach has to be looked at.
  alarm_at timestamptz,
  -- Time on the goal's own measure, of the whole goal, counted and paused until the end: filled when it ends.
  goal_ms bigint,
  counted_ms bigint,
  paused_ms bigint,
  pauses jsonb not null,
  derivation jsonb not null,
  moves jsonb not null,
  -- What it is counted by.
  kind text not null,
  channel text not null,
  unit_id uuid,
  segment_id uuid,
  primary key (organisation_id, case_id, target, ordinal),
  foreign key (organisation_id, case_id) references clocked_cases,
  foreign key (organisation_id, policy_id, policy_version) references service_policy_versions,
  check ((ended_at is null) = (state in ('running', 'paused'))),
  check (state <> 'running' or due_at is not null)
);
create index clocks_to_alarm on clocks (alarm_at) where alarm_at is not null;
create index clocks_open_by_calendar on clocks (organisation_id, calendar_id, calendar_version, case_id) where ended_at is null and target <> 'lapse';
create index clocks_by_start on clocks (organisation_id, started_at);
call rida_protect('clocks', 'select, insert, update', 'select, insert, update', 'select, insert, update');
call rida_keep_apart('clocks', 'case_id = rida_own_case()');

create view case_due with (security_invoker = true) as
  select organisation_id, case_id, next_due_at, next_due_target from clocked_cases;
grant select on case_due to rida_staff, rida_customer, rida_system;
