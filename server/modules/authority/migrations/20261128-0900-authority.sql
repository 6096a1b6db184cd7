-- Authority: who may decide what, up to which amount, for which units and until when; what was decided, and what was found in it (decision 0024).

create table authority_actions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- What a decision asks by: `case.close-by-authority`.
  key text not null check (key ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
  name jsonb not null,
  has_amount boolean not null,
  -- What happens to a decision that no authority covers.
  on_overrun text not null check (on_overrun in ('refuse', 'override')),
  -- Amounts below a limit for one subject within so many days are looked at together. Null: not looked for.
  split_days integer check (split_days between 1 and 366),
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, changed_by) references people,
  constraint only_amounts_are_split check (has_amount or split_days is null)
);
call rida_protect('authority_actions', 'select, insert, update', '', 'select, insert, update');

create table authority_rules (
  organisation_id uuid not null references organisations,
  id uuid not null,
  action_id uuid not null,
  -- Null: whoever heads a unit.
  position_id uuid,
  -- In minor units of the currency. Null: without limit, or the action has no amount.
  limit_minor bigint check (limit_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  scope text not null check (scope in ('own-unit', 'own-unit-and-below', 'named-unit', 'everywhere')),
  -- The named unit, with those below it.
  unit_id uuid,
  -- Days of the organisation, both included.
  valid_from date not null,
  valid_until date,
  made_at timestamptz not null,
  made_by uuid,
  -- Ended by a person before its last day.
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references authority_actions,
  foreign key (organisation_id, position_id) references positions,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, made_by) references people,
  foreign key (organisation_id, ended_by) references people,
  check ((limit_minor is null) = (currency is null)),
  check ((scope = 'named-unit') = (unit_id is not null)),
  check (valid_until >= valid_from)
);
create index authority_rules_of_action on authority_rules (organisation_id, action_id, made_at desc);
create index authority_rules_that_end on authority_rules (organisation_id, valid_until) where valid_until is not null and ended_at is null;
call rida_protect('authority_rules', 'select, insert', '', 'select, insert');
grant update (ended_at, ended_by) on authority_rules to rida_staff, rida_system;

create table authority_delegations (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- Whose authority it is: a person, by a position that this person holds. Without the position it gives nothing.
  giver_id uuid not null,
  position_id uuid not null,
  delegate_id uuid not null,
  action_ids uuid[] not null check (cardinality(action_ids) between 1 and 50),
  limit_minor bigint check (limit_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- This unit with those below it, within what the giver may; null: wherever the giver may.
  unit_id uuid,
  valid_from date not null,
  valid_until date not null,
  reason text not null check (length(btrim(reason)) > 0),
  made_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  -- When it was said that its last day is over.
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, giver_id) references people,
  foreign key (organisation_id, position_id) references positions,
  foreign key (organisation_id, delegate_id) references people,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, revoked_by) references people,
  check ((limit_minor is null) = (currency is null)),
  check (valid_until >= valid_from),
  constraint nobody_delegates_to_themselves check (giver_id <> delegate_id)
);
create index authority_delegations_given on authority_delegations (organisation_id, giver_id, made_at desc, id desc);
create index authority_delegations_received on authority_delegations (organisation_id, delegate_id, made_at desc, id desc);
create index authority_delegations_that_end on authority_delegations (organisation_id, valid_until) where ended_at is null and revoked_at is null;
call rida_protect('authority_delegations', 'select, insert', '', 'select, insert');
grant update (revoked_at, revoked_by, ended_at) on authority_delegations to rida_staff, rida_system;

create table authority_decisions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  action_id uuid not null,
  person_id uuid not null,
  -- By which rule, and if so by whose delegation; of what was not within, the nearest there was.
  rule_id uuid,
  delegation_id uuid,
  -- Null: of no unit, so that only authority everywhere covers it.
  unit_id uuid,
  amount_minor bigint check (amount_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- What it is about: a case by its id, a paper by its number.
  subject_type text not null,
  subject_id text not null,
  requested_by uuid,
  verdict text not null check (verdict in ('within', 'override', 'refused')),
  -- The words of whoever went beyond.
  reason text,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references authority_actions,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, rule_id) references authority_rules,
  foreign key (organisation_id, delegation_id) references authority_delegations,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, requested_by) references people,
  check ((amount_minor is null) = (currency is null)),
  constraint within_by_a_rule check (verdict <> 'within' or rule_id is not null),
  constraint an_override_has_a_reason check ((verdict = 'override') = (reason is not null and length(btrim(reason)) > 0))
);
create index authority_decisions_of_subject on authority_decisions (organisation_id, action_id, subject_type, subject_id, at);
create index authority_decisions_of_person on authority_decisions (organisation_id, person_id, at desc, id desc);
call rida_protect('authority_decisions', 'select, insert', '', 'select, insert');

create table authority_findings (
  organisation_id uuid not null references organisations,
  id uuid not null,
  decision_id uuid not null,
  type text not null check (type in ('over-limit', 'outside-unit', 'expired', 'self-approval', 'split', 'no-authority')),
  -- As in the decision: figures and lists go by them.
  action_id uuid not null,
  unit_id uuid,
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, decision_id, type),
  foreign key (organisation_id, decision_id) references authority_decisions,
  foreign key (organisation_id, action_id) references authority_actions,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, person_id) references people
);
create index authority_findings_of_person on authority_findings (organisation_id, person_id, at desc, id desc);
create index authority_findings_by_time on authority_findings (organisation_id, at);
call rida_protect('authority_findings', 'select, insert', '', 'select, insert');

create table authority_answers (
  organisation_id uuid not null references organisations,
  id uuid not null,
  finding_id uuid not null,
  kind text not null check (kind in ('explained', 'accepted')),
  words text not null check (length(btrim(words)) > 0),
  by_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, finding_id) references authority_findings,
  foreign key (organisation_id, by_id) references people
);
create index authority_answers_of_finding on authority_answers (organisation_id, finding_id, at);
call rida_protect('authority_answers', 'select, insert', '', 'select, insert');

-- What was decided and found stays as it was. Only words are taken away, when the customer whom they speak of is erased.
create function authority_record_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare words text := case tg_table_name when 'authority_decisions' then 'reason' when 'authority_answers' then 'words' end;
begin
  if tg_op = 'UPDATE' and words is not null
     and to_jsonb(new) ->> words = '—' and to_jsonb(new) - words = to_jsonb(old) - words then return new; end if;
  raise exception 'decisions, findings and answers stay as they were' using errcode = 'check_violation', constraint = 'authority_records_stay';
end $$;
create trigger stays before update or delete on authority_decisions for each row execute function authority_record_stays();
create trigger stays before update or delete on authority_findings for each row execute function authority_record_stays();
create trigger stays before update or delete on authority_answers for each row execute function authority_record_stays();

-- A rule and a delegation are ended once, and are never another rule or delegation afterwards.
create function authority_grant_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare ends text[] := case tg_table_name when 'authority_rules' then array['ended_at', 'ended_by'] else array['revoked_at', 'revoked_by', 'ended_at'] end;
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - ends = to_jsonb(old) - ends
     and (to_jsonb(old) ->> ends[1] is null or to_jsonb(new) -> ends[1] = to_jsonb(old) -> ends[1]) then return new; end if;
  raise exception 'rules and delegations are ended, never changed' using errcode = 'check_violation', constraint = 'authority_grants_stay';
end $$;
create trigger stays before update or delete on authority_rules for each row execute function authority_grant_stays();
create trigger stays before update or delete on authority_delegations for each row execute function authority_grant_stays();

-- Whom a person answers to: of each position the head of its unit, or the nearest head above, who is somebody else and works here.
create function authority_line_managers(person uuid) returns setof uuid language sql stable set search_path = public, pg_temp as $$
  with recursive upward as (
    select p.id as position_id, p.unit_id, 0 as level from position_briefs p where p.organisation_id = rida_organisation() and p.person_id = person
    union all
    select w.position_id, u.parent_id, w.level + 1 from upward w
      join unit_briefs u on u.organisation_id = rida_organisation() and u.id = w.unit_id
     where u.parent_id is not null
  ), heads as (
    select distinct on (w.position_id) h.person_id from upward w
      join position_briefs h on h.organisation_id = rida_organisation() and h.unit_id = w.unit_id and h.is_head and h.person_id <> person
      join staff_briefs s on s.organisation_id = rida_organisation() and s.id = h.person_id
     order by w.position_id, w.level
  )
  select distinct person_id from heads
$$;

-- Words about erased cases. Runs as the owner: no role of the application may change a decision.
create function authority_erase_words(of_type text, ids text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update authority_answers a set words = '—' from authority_findings f, authority_decisions d
   where a.organisation_id = rida_organisation() and f.organisation_id = a.organisation_id and f.id = a.finding_id
     and d.organisation_id = f.organisation_id and d.id = f.decision_id and d.subject_type = of_type and d.subject_id = any(ids);
  update authority_decisions set reason = '—'
   where organisation_id = rida_organisation() and subject_type = of_type and subject_id = any(ids) and reason is not null;
end $$;
revoke execute on function authority_erase_words from public;
grant execute on function authority_erase_words to rida_staff, rida_system;
