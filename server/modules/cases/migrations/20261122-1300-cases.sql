-- Cases: staff may claim a resolution, only the customer confirms it. The database holds that rule, not only the code.

create function rida_bare_words(normalised text) returns text language sql immutable parallel safe strict
  return regexp_replace(normalised, '\m[وفبك]?(?:ال|لل)(\w{3,})', '\1', 'g');

-- Words for search. Arabic joins the article and some particles to the word: the bare word is indexed beside the joined one.
create function rida_search_vector(value text) returns tsvector language sql immutable parallel safe strict
  return to_tsvector('simple', left(rida_normalise(value), 100000) || ' ' || rida_bare_words(left(rida_normalise(value), 100000)));

create table case_counters (
  organisation_id uuid not null references organisations,
  year integer not null,
  last integer not null,
  primary key (organisation_id, year)
);
call rida_protect('case_counters', 'select, insert, update', 'select, insert, update', 'select, insert, update');

create table cases (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- Human number within the organisation and its calendar's year, e.g. 1405-000123.
  number text not null,
  tracking_code text not null,
  kind text not null check (kind in ('request', 'inquiry', 'complaint', 'suggestion', 'remark')),
  subject text not null,
  description text not null,
  state text not null default 'open' check (state in ('open', 'claimed', 'closed')),
  -- Kind of the last outcome row; only while closed.
  outcome text check (outcome in ('confirmed', 'lapsed', 'reported', 'withdrawn', 'closed_by_authority')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  channel text not null check (channel in ('portal', 'mail', 'phone', 'visit', 'api', 'letter')),
  language text not null check (language in ('ar', 'fa', 'en')),
  customer_id uuid not null,
  category_id uuid,
  product_id uuid,
  unit_id uuid,
  assignee_id uuid,
  -- How many times the open door was taken.
  dispute_level integer not null default 0,
  -- The first clock. Nothing moves it.
  registered_at timestamptz not null,
  last_activity_at timestamptz not null,
  last_message_by text check (last_message_by in ('customer', 'staff')),
  first_claimed_at timestamptz,
  open_claim_id uuid,
  lapses_at timestamptz,
  next_reminder_at timestamptz,
  closed_at timestamptz,
  reopenable_until timestamptz,
  waiting_reason text check (waiting_reason in ('customer-information', 'outside-party', 'site-visit', 'later')),
  waiting_until timestamptz,
  -- Words of subject, description and messages, normalised like every search is.
  search tsvector not null default '',
  primary key (organisation_id, id),
  unique (organisation_id, id, customer_id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, category_id) references categories,
  foreign key (organisation_id, product_id) references products,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, assignee_id) references people,
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'claimed') = (open_claim_id is not null)),
  check ((waiting_reason is null) = (waiting_until is null))
);
create unique index cases_by_number on cases (organisation_id, number);
create unique index cases_by_tracking_code on cases (organisation_id, tracking_code);
create index cases_latest on cases (organisation_id, last_activity_at desc, id desc);
create index cases_by_state on cases (organisation_id, state, last_activity_at desc, id desc);
-- Nearly all cases are closed ones: those that are not have small indexes of their own by unit and by person.
create index cases_by_unit on cases (organisation_id, unit_id, last_activity_at desc, id desc);
create index cases_not_closed_by_unit on cases (organisation_id, unit_id, state, last_activity_at desc, id desc) where state <> 'closed';
create index cases_by_assignee on cases (organisation_id, assignee_id, last_activity_at desc, id desc);
create index cases_not_closed_by_assignee on cases (organisation_id, assignee_id, state, last_activity_at desc, id desc) where state <> 'closed';
create index cases_unassigned on cases (organisation_id, last_activity_at desc, id desc) where state = 'open' and assignee_id is null;
create index cases_by_category on cases (organisation_id, category_id, last_activity_at desc, id desc);
create index cases_not_closed on cases (organisation_id, registered_at, id) where state <> 'closed';
create index cases_disputed on cases (organisation_id, last_activity_at desc, id desc) where dispute_level > 0 and state <> 'closed';
create index cases_of_customer on cases (organisation_id, customer_id, registered_at desc);
create index cases_by_registration on cases (organisation_id, registered_at, id);
create index cases_to_lapse on cases (lapses_at) where state = 'claimed';
create index cases_to_remind on cases (next_reminder_at) where state = 'claimed' and next_reminder_at is not null;
create index cases_to_wake on cases (waiting_until) where waiting_until is not null;
create index cases_search on cases using gin (search);
call rida_protect('cases', 'select, insert, update', 'select, insert, update', 'select, insert, update');

-- Ids of the cases that a search finds, the first `most` in the order of the inbox. Runs as the owner of the tables, because
-- behind row-level security PostgreSQL uses no index for `@@` (it could leak); so it asks for the organisation itself.
-- `filter`: equal (column → value or null), disputed, oldest, after ([time, id] of the last row seen).
--
-- Frequent words are found at once by walking the inbox from its beginning, rare ones by the index on words; the planner cannot
-- tell which are which (it takes a word it has never seen for a frequent one and walks through everything). A look at the first
-- five hundred cases can.
create function cases_matching(words tsquery, filter jsonb, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  glance constant integer := 500;
  walk constant integer := 10000;
  hopeful constant integer := 3;
  time_column constant text := case when (filter->>'oldest')::boolean then 'registered_at' else 'last_activity_at' end;
  direction constant text := case when (filter->>'oldest')::boolean then 'asc' else 'desc' end;
  in_order constant text := format('order by %I %s, id %s', time_column, direction, direction);
  conditions text := format('organisation_id = %L', rida_organisation());
  name text;
  value text;
  seen integer;
  found uuid[];
begin
  for name, value in select * from jsonb_each_text(filter->'equal') loop
    conditions := conditions || case when value is null then format(' and %I is null', name) else format(' and %I = %L', name, value) end;
  end loop;
  if (filter->>'disputed')::boolean then conditions := conditions || ' and dispute_level > 0 and state <> ''closed'''; end if;
  if filter->'after' is not null then
    conditions := conditions || format(' and (%I, id) %s (%L::timestamptz, %L::uuid)', time_column, case direction when 'asc' then '>' else '<' end, filter->'after'->>0, filter->'after'->>1);
  end if;
  execute format('select count(*), coalesce(array_agg(id %s) filter (where search @@ $1), ''{}'') from (select * from cases where %s %s limit %s) first', in_order, conditions, in_order, glance)
    into seen, found using words;
  if seen < glance or cardinality(found) >= most then
    return query select unnest(found[1:most]);
    return;
  end if;
  if cardinality(found) >= hopeful then
    execute format('select array(select id from (select * from cases where %s %s limit %s) first where search @@ $1 %s limit $2)', conditions, in_order, walk, in_order)
      into found using words, most;
    if cardinality(found) = most then
      return query select unnest(found);
      return;
    end if;
  end if;
  return query execute format('with found as materialized (select id, %I from cases where %s and search @@ $1) select id from found %s limit $2', time_column, conditions, in_order) using words, most;
end $$;
revoke execute on function cases_matching from public;
grant execute on function cases_matching to rida_staff, rida_system;

create table case_messages (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('portal', 'mail', 'phone', 'visit', 'api', 'letter')),
  text text not null,
  author_kind text not null check (author_kind in ('staff', 'customer', 'system', 'api-key')),
  author_id uuid,
  received_mail_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases
);
create index case_messages_of_case on case_messages (organisation_id, case_id, at, id);
create unique index case_messages_of_mail on case_messages (organisation_id, received_mail_id) where received_mail_id is not null;
call rida_protect('case_messages', 'select, insert', 'select, insert', 'select, insert');

create table case_notes (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  text text not null,
  author_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases
);
create index case_notes_of_case on case_notes (organisation_id, case_id, at);
call rida_protect('case_notes', 'select, insert', '', 'select, insert');

create table case_attachments (
  organisation_id uuid not null references organisations,
  case_id uuid not null,
  file_id uuid not null,
  -- What it came with: the case itself, a message, a claim's answer, or a note (which the customer never sees).
  part text not null check (part in ('case', 'message', 'claim', 'note')),
  part_id uuid not null,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, file_id) references files
);
create index case_attachments_of_case on case_attachments (organisation_id, case_id);
call rida_protect('case_attachments', 'select, insert', 'select, insert', 'select, insert');

-- The right of a customer to one case: issued to a contact point of that customer (or to the device that submitted it), used by it.
create table case_grants (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  contact_point_id uuid,
  method text not null check (method in ('signed-link', 'one-time-code', 'portal-session')),
  secret_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, id, case_id, customer_id),
  foreign key (organisation_id, case_id, customer_id) references cases (organisation_id, id, customer_id),
  foreign key (organisation_id, contact_point_id, customer_id) references contact_points (organisation_id, id, customer_id),
  check (contact_point_id is not null or method = 'portal-session')
);
create unique index case_grants_by_secret on case_grants (organisation_id, secret_hash);
call rida_protect('case_grants', 'insert', 'select, insert, update', 'select, insert, delete');

-- Whoever issues a grant cannot also use it: only a customer's call marks it used.
create policy issued_unused on case_grants as restrictive for insert to rida_staff, rida_system with check (used_at is null);

-- One-time codes that were sent and wait to be typed in.
create table case_codes (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  contact_point_id uuid not null,
  code_hash text not null,
  tries integer not null default 0,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id, customer_id) references cases (organisation_id, id, customer_id),
  foreign key (organisation_id, contact_point_id, customer_id) references contact_points (organisation_id, id, customer_id)
);
create index case_codes_of_case on case_codes (organisation_id, case_id, issued_at desc);
call rida_protect('case_codes', '', 'select, insert, update', 'select, delete');

-- Staff say that it is solved. Never changed, never removed.
create table case_claims (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  answer text not null check (length(btrim(answer)) > 0),
  claimed_by uuid not null,
  unit_id uuid,
  dispute_level integer not null,
  claimed_at timestamptz not null,
  lapses_at timestamptz not null check (lapses_at > claimed_at),
  primary key (organisation_id, id),
  unique (organisation_id, id, case_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, claimed_by) references people
);
create index case_claims_of_case on case_claims (organisation_id, case_id, claimed_at);
create index case_claims_by_time on case_claims (organisation_id, claimed_at);
call rida_protect('case_claims', 'select, insert', 'select', 'select, insert');

alter table cases add foreign key (organisation_id, open_claim_id, id) references case_claims (organisation_id, id, case_id);

-- The customer says that it is not solved. Not an outcome: it ends the claim and opens the door upward.
create table case_disputes (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  claim_id uuid not null,
  reason text not null check (length(btrim(reason)) > 0),
  -- 'customer' with a grant, or 'staff' who record what the customer said.
  actor_kind text not null check (actor_kind in ('customer', 'staff')),
  actor_id uuid,
  grant_id uuid,
  level integer not null check (level > 0),
  from_person_id uuid,
  to_unit_id uuid,
  to_person_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, claim_id),
  foreign key (organisation_id, claim_id, case_id) references case_claims (organisation_id, id, case_id),
  foreign key (organisation_id, grant_id) references case_grants,
  check (actor_kind <> 'customer' or grant_id is not null),
  -- To a different person than the one who claimed.
  check (to_person_id is null or to_person_id is distinct from from_person_id)
);
create index case_disputes_of_case on case_disputes (organisation_id, case_id, at);
call rida_protect('case_disputes', 'select, insert', 'select, insert', 'select, insert');

-- How a case ended. Rows, never edited; the last one counts while the case is closed.
create table case_outcomes (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('confirmed', 'lapsed', 'reported', 'withdrawn', 'closed_by_authority')),
  -- The claim it ends, if one was open.
  claim_id uuid,
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'system')),
  actor_id uuid,
  grant_id uuid,
  -- The customer's comment, the evidence of a report, the explanation of an authority.
  text text,
  reason text check (reason in ('duplicate', 'out-of-scope', 'abuse', 'law')),
  channel text check (channel in ('portal', 'mail', 'phone', 'visit')),
  said_at timestamptz,
  duplicate_of_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, claim_id),
  foreign key (organisation_id, case_id, customer_id) references cases (organisation_id, id, customer_id),
  foreign key (organisation_id, claim_id, case_id) references case_claims (organisation_id, id, case_id),
  -- The grant is of this case and this customer.
  foreign key (organisation_id, grant_id, case_id, customer_id) references case_grants (organisation_id, id, case_id, customer_id),
  foreign key (organisation_id, duplicate_of_id) references cases,
  -- Only the customer confirms or withdraws, by a grant; a confirmation answers a claim.
  constraint only_the_customer_confirms check (kind not in ('confirmed', 'withdrawn') or (actor_kind = 'customer' and grant_id is not null)),
  constraint a_confirmation_answers_a_claim check (kind <> 'confirmed' or claim_id is not null),
  -- Silence is found by the clock, on a claim, never declared by a person.
  constraint silence_is_found_by_the_clock check (kind <> 'lapsed' or (actor_kind = 'system' and claim_id is not null)),
  constraint a_report_has_evidence check (kind <> 'reported' or (actor_kind = 'staff' and actor_id is not null and length(btrim(text)) > 0 and channel is not null and said_at is not null)),
  constraint an_authority_has_a_reason_and_a_name check (kind <> 'closed_by_authority' or (actor_kind = 'staff' and actor_id is not null and reason is not null and length(btrim(text)) > 0))
);
create index case_outcomes_of_case on case_outcomes (organisation_id, case_id, at);
create index case_outcomes_by_time on case_outcomes (organisation_id, at);
call rida_protect('case_outcomes', 'select, insert', 'select, insert', 'select, insert');

-- Staff work under rida_staff: whatever they claim to be, this role cannot write a confirmation, a withdrawal or a lapse.
create policy staff_never_confirm on case_outcomes as restrictive for insert to rida_staff
  with check (kind in ('reported', 'closed_by_authority') and actor_kind = 'staff');
create policy customers_confirm_or_withdraw on case_outcomes as restrictive for insert to rida_customer
  with check (kind in ('confirmed', 'withdrawn') and actor_kind = 'customer');
create policy the_clock_lapses on case_outcomes as restrictive for insert to rida_system
  with check (kind = 'lapsed');
create policy staff_record_disputes_as_staff on case_disputes as restrictive for insert to rida_staff with check (actor_kind = 'staff');

-- What a check cannot see: the grant was used and has not run out, and the claim has no other end.
-- Runs as the owner: whoever inserts must not need to read grants for it.
create function case_outcome_is_lawful() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind in ('confirmed', 'withdrawn') and not exists (
    select from case_grants g
     where g.organisation_id = new.organisation_id and g.id = new.grant_id and g.case_id = new.case_id
       and g.used_at is not null and g.used_at <= new.at and g.expires_at > new.at
  ) then
    raise exception 'a confirmation needs a grant that its customer has used' using errcode = 'check_violation', constraint = 'only_the_customer_confirms';
  end if;
  if new.claim_id is not null and exists (select from case_disputes d where d.organisation_id = new.organisation_id and d.claim_id = new.claim_id) then
    raise exception 'the claim was disputed' using errcode = 'check_violation', constraint = 'a_claim_ends_once';
  end if;
  return new;
end $$;
create trigger lawful before insert on case_outcomes for each row execute function case_outcome_is_lawful();

create function case_dispute_is_lawful() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from case_outcomes o where o.organisation_id = new.organisation_id and o.claim_id = new.claim_id) then
    raise exception 'the claim has an outcome' using errcode = 'check_violation', constraint = 'a_claim_ends_once';
  end if;
  return new;
end $$;
create trigger lawful before insert on case_disputes for each row execute function case_dispute_is_lawful();

create table case_reopenings (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  outcome_id uuid not null,
  reason text not null check (length(btrim(reason)) > 0),
  actor_kind text not null check (actor_kind in ('customer', 'staff')),
  actor_id uuid,
  grant_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, outcome_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, outcome_id) references case_outcomes
);
create index case_reopenings_of_case on case_reopenings (organisation_id, case_id, at);
create index case_reopenings_by_time on case_reopenings (organisation_id, at);
call rida_protect('case_reopenings', 'select, insert', 'select, insert', 'select, insert');

create table case_reminders (
  organisation_id uuid not null references organisations,
  claim_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, claim_id, at),
  foreign key (organisation_id, claim_id) references case_claims
);
call rida_protect('case_reminders', 'select', '', 'select, insert');
