-- Running processes as rows that SQL can ask (decision 0023): a step locks its instance, reads these few rows and writes what changed.

create table process_instances (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- The version with which it began, always.
  version_id uuid not null,
  model_id uuid not null,
  process_id text not null,
  status text not null check (status in ('running', 'completed', 'terminated', 'failed', 'cancelled')),
  -- Rises with each step.
  revision integer not null,
  next_number integer not null,
  -- How many happenings it has.
  happened integer not null,
  -- What it is about, such as a case: known by its id alone.
  subject_type text,
  subject_id uuid,
  -- Called by the call activity at which that token waits.
  parent_id uuid,
  parent_token integer,
  started_at timestamptz not null,
  started_by_kind text not null check (started_by_kind in ('staff', 'customer', 'system', 'api-key', 'dealer')),
  started_by uuid,
  ended_at timestamptz,
  reason text,
  error_code text,
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references process_versions,
  foreign key (organisation_id, model_id) references process_models,
  foreign key (organisation_id, parent_id) references process_instances,
  check ((status = 'running') = (ended_at is null)),
  check ((subject_type is null) = (subject_id is null)),
  check ((parent_id is null) = (parent_token is null))
);
create index process_instances_of_model on process_instances (organisation_id, model_id, id desc);
create index process_instances_running on process_instances (organisation_id, version_id) where status = 'running';
create index process_instances_of_subject on process_instances (organisation_id, subject_id, subject_type) where subject_id is not null;
-- A token calls once.
create unique index process_instances_called on process_instances (organisation_id, parent_id, parent_token) where parent_id is not null;
call rida_protect('process_instances', 'select, insert, update', '', 'select, insert, update');

create table process_scopes (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  number integer not null,
  element_id text not null,
  parent integer,
  token integer,
  rounds jsonb,
  round integer,
  primary key (organisation_id, instance_id, number),
  foreign key (organisation_id, instance_id) references process_instances
);
call rida_protect('process_scopes', 'select, insert, update, delete', '', 'select, insert, update, delete');

create table process_variables (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  scope integer not null,
  name text not null,
  -- JSON's null is a value.
  value jsonb not null,
  primary key (organisation_id, instance_id, scope, name),
  foreign key (organisation_id, instance_id) references process_instances
);
call rida_protect('process_variables', 'select, insert, update, delete', '', 'select, insert, update, delete');

create table process_tokens (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  number integer not null,
  -- Of the instance: how many wait where is asked by version.
  version_id uuid not null,
  scope integer not null,
  element_id text not null,
  waits_for text not null check (waits_for in ('task', 'service', 'message', 'signal', 'timer', 'event', 'call', 'scope', 'incident')),
  incident jsonb,
  since timestamptz not null,
  primary key (organisation_id, instance_id, number),
  foreign key (organisation_id, instance_id) references process_instances
);
create index process_tokens_at_element on process_tokens (organisation_id, version_id, element_id, waits_for);
create index process_tokens_with_incident on process_tokens (organisation_id, version_id, instance_id) where incident is not null;
call rida_protect('process_tokens', 'select, insert, update, delete', '', 'select, insert, update, delete');

create table process_arrivals (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  scope integer not null,
  flow_id text not null,
  gateway_id text not null,
  count integer not null check (count > 0),
  primary key (organisation_id, instance_id, scope, flow_id),
  foreign key (organisation_id, instance_id) references process_instances
);
call rida_protect('process_arrivals', 'select, insert, update, delete', '', 'select, insert, update, delete');

create table process_timers (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  number integer not null,
  scope integer not null,
  element_id text not null,
  token integer,
  due_at timestamptz not null,
  -- Of one that comes again.
  cycle jsonb,
  primary key (organisation_id, instance_id, number),
  foreign key (organisation_id, instance_id) references process_instances
);
create index process_timers_due on process_timers (organisation_id, due_at);
call rida_protect('process_timers', 'select, insert, update, delete', '', 'select, insert, update, delete');

create table process_subscriptions (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  number integer not null,
  scope integer not null,
  element_id text not null,
  token integer,
  type text not null check (type in ('message', 'signal')),
  name text not null,
  key text not null,
  primary key (organisation_id, instance_id, number),
  foreign key (organisation_id, instance_id) references process_instances
);
create index process_subscriptions_by_name on process_subscriptions (organisation_id, type, name, key, instance_id, number);
call rida_protect('process_subscriptions', 'select, insert, update, delete', '', 'select, insert, update, delete');

-- What the product was asked to do for a token: the work of a service task, or calling a process. Gone when it is done or not wanted any more.
create table process_services (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  token integer not null,
  element_id text not null,
  kind text not null check (kind in ('service', 'call')),
  -- The topic, or the key of the model that is called.
  topic text not null,
  input jsonb not null,
  asked_at timestamptz not null,
  tries integer not null default 0,
  -- All tries failed: an incident until somebody has it tried again.
  failed_at timestamptz,
  fault text,
  primary key (organisation_id, instance_id, token),
  foreign key (organisation_id, instance_id) references process_instances
);
create index process_services_failed on process_services (organisation_id, instance_id) where failed_at is not null;
call rida_protect('process_services', 'select, insert, update, delete', '', 'select, insert, update, delete');

-- Messages: kept until somebody waits for them or their time to live is over, and known by their id for a while after that.
create table process_messages (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  key text not null,
  variables jsonb not null,
  arrived_at timestamptz not null,
  expires_at timestamptz not null,
  -- Who got it.
  taken_at timestamptz,
  instance_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, instance_id) references process_instances,
  check ((taken_at is null) = (instance_id is null))
);
create index process_messages_waiting on process_messages (organisation_id, name, key, arrived_at) where taken_at is null;
create index process_messages_by_age on process_messages (organisation_id, arrived_at);
call rida_protect('process_messages', 'select, insert, update', '', 'select, insert, update, delete');

-- Signals on their way to everybody that listens.
create table process_signals (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  variables jsonb not null,
  thrown_at timestamptz not null,
  -- Every listener has been asked for, and begun what begins with it.
  told_at timestamptz,
  primary key (organisation_id, id)
);
create index process_signals_by_age on process_signals (organisation_id, thrown_at);
call rida_protect('process_signals', 'select, insert', '', 'select, insert, update, delete');

-- Which subscription a signal has reached: one that stays armed must not get it twice.
create table process_signals_heard (
  organisation_id uuid not null references organisations,
  signal_id uuid not null,
  instance_id uuid not null,
  subscription integer not null,
  heard_at timestamptz not null,
  primary key (organisation_id, signal_id, instance_id, subscription),
  foreign key (organisation_id, signal_id) references process_signals on delete cascade,
  foreign key (organisation_id, instance_id) references process_instances
);
call rida_protect('process_signals_heard', 'select, insert', '', 'select, insert, delete');

-- What happened, in order: what is drawn on the diagram and mined. Nobody changes or removes a line.
create table process_happenings (
  organisation_id uuid not null references organisations,
  instance_id uuid not null,
  number integer not null,
  at timestamptz not null,
  type text not null check (type in ('entered', 'completed', 'cancelled', 'flow-taken', 'fired', 'failed')),
  element_id text not null,
  token integer,
  scope integer not null,
  primary key (organisation_id, instance_id, number),
  foreign key (organisation_id, instance_id) references process_instances
);
call rida_protect('process_happenings', 'select, insert', '', 'select, insert');

-- What people set right in an instance, with their reason.
create table process_corrections (
  organisation_id uuid not null references organisations,
  id uuid not null,
  instance_id uuid not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('staff', 'customer', 'system', 'api-key', 'dealer')),
  by_id uuid,
  type text not null check (type in ('variables-set', 'retried', 'cancelled')),
  element_id text,
  -- Of variables.
  names text[] not null,
  reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, instance_id) references process_instances
);
create index process_corrections_of_instance on process_corrections (organisation_id, instance_id, at desc);
call rida_protect('process_corrections', 'select, insert', '', 'select, insert');
