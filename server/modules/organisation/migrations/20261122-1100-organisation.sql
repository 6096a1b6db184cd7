-- Organisation: who we are, how we are arranged, who works where, and who may sign in.

create table organisations (
  organisation_id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  country text not null check (country in ('SA', 'AE', 'EG', 'IR', 'other')),
  language text not null check (language in ('ar', 'fa', 'en')),
  calendar text not null check (calendar in ('gregory', 'islamic-umalqura', 'persian')),
  digits text not null check (digits in ('latn', 'arab', 'arabext')),
  week_start smallint not null check (week_start between 0 and 6),
  weekend smallint[] not null,
  time_zone text not null,
  customer_word text not null default 'customer' check (customer_word in ('customer', 'beneficiary', 'client', 'addressee')),
  primary_colour text,
  created_at timestamptz not null
);
call rida_protect('organisations', 'select, update', 'select', 'select, insert, update');

-- Someone who works here. The account is the sign-in; it outlives a membership.
create table people (
  organisation_id uuid not null references organisations,
  id uuid not null,
  account_id uuid references auth_users,
  name text not null,
  email text not null,
  -- Normalised name and address, for search by trigram.
  search_text text not null generated always as (rida_normalise(name || ' ' || email)) stored,
  language text check (language in ('ar', 'fa', 'en')),
  roles text[] not null default '{}' check (roles <@ array['administrator', 'service-manager', 'agent', 'observer']),
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index people_by_account on people (account_id) where account_id is not null;
create unique index people_by_email on people (organisation_id, lower(email));
create index people_by_name on people (organisation_id, name, id);
create index people_by_words on people using gin (search_text gin_trgm_ops);
call rida_protect('people', 'select, insert, update', 'select', 'select, insert, update');

create table units (
  organisation_id uuid not null references organisations,
  id uuid not null,
  parent_id uuid,
  name jsonb not null,
  sort_order integer not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references units,
  check (parent_id <> id)
);
create index units_by_parent on units (organisation_id, parent_id);
call rida_protect('units', 'select, insert, update, delete', 'select', 'select, insert, update');

create table positions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  unit_id uuid not null,
  title jsonb not null,
  responsibilities text,
  is_head boolean not null default false,
  person_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, person_id) references people
);
-- A unit has one head.
create unique index positions_one_head on positions (organisation_id, unit_id) where is_head;
create index positions_by_person on positions (organisation_id, person_id);
call rida_protect('positions', 'select, insert, update, delete', 'select', 'select, insert, update');

create table invitations (
  organisation_id uuid not null references organisations,
  id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null,
  position_id uuid,
  language text check (language in ('ar', 'fa', 'en')),
  secret_hash text not null unique,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, invited_by) references people
);
create index invitations_by_time on invitations (organisation_id, invited_at desc, id desc);
call rida_protect('invitations', 'select, insert, update', '', 'select, insert, update');

-- Links by which a person who forgot the password sets a new one.
create table password_links (
  organisation_id uuid not null references organisations,
  id uuid not null,
  person_id uuid not null,
  secret_hash text not null unique,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, made_by) references people
);
-- A new link ends the one before.
create unique index password_links_one_open on password_links (organisation_id, person_id) where used_at is null and revoked_at is null;
call rida_protect('password_links', 'select, insert, update', '', 'select, update');

create table api_keys (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash text not null unique,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references people
);
call rida_protect('api_keys', 'select, insert, update', '', 'select');

-- Audit of sign-ins: tries are kept with the address they named, whether or not an account has it.
create table sign_ins (
  organisation_id uuid not null references organisations,
  id uuid not null,
  person_id uuid,
  email text not null,
  result text not null check (result in ('signed-in', 'refused', 'second-factor-refused', 'signed-out')),
  address text,
  device text,
  at timestamptz not null,
  primary key (organisation_id, id)
);
create index sign_ins_by_time on sign_ins (organisation_id, at desc, id desc);
call rida_protect('sign_ins', 'select', '', 'select, insert');

-- What other modules may join: names, never addresses.
create view person_briefs with (security_invoker = true) as select organisation_id, id, name, active from people;
create view unit_briefs with (security_invoker = true) as select organisation_id, id, parent_id, name from units;
grant select on person_briefs, unit_briefs to rida_staff, rida_customer, rida_system;
