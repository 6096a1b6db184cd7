-- The customer tree: versions, segments with a rule, members as history, proposals from drift, personas. It replaces customer_groups.

create table tree_versions (
  organisation_id uuid not null references organisations,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'published', 'retired')),
  note text,
  -- The version that the draft began from.
  based_on integer,
  drafted_by uuid,
  drafted_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  retired_at timestamptz,
  primary key (organisation_id, number),
  foreign key (organisation_id, based_on) references tree_versions,
  foreign key (organisation_id, drafted_by) references people,
  foreign key (organisation_id, published_by) references people,
  check ((state = 'draft') = (published_at is null)),
  check ((state = 'retired') = (retired_at is not null))
);
create unique index tree_versions_draft on tree_versions (organisation_id) where state = 'draft';
create unique index tree_versions_published on tree_versions (organisation_id) where state = 'published';
call rida_protect('tree_versions', 'select, insert, update, delete', '', 'select, insert, update');

-- The same segment through all versions that have it.
create table segments (
  organisation_id uuid not null references organisations,
  id uuid not null,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
call rida_protect('segments', 'select, insert', '', 'select, insert');

create table segment_nodes (
  organisation_id uuid not null references organisations,
  tree_version integer not null,
  segment_id uuid not null,
  parent_id uuid,
  name jsonb not null,
  rule jsonb not null,
  service_priority text not null check (service_priority in ('low', 'normal', 'high', 'urgent')),
  -- What these customers need, a line each.
  needs text[] not null default '{}',
  -- From the smallest customer (0) to the largest; figures compare them. Null: not compared by size.
  size_rank integer check (size_rank >= 0),
  sort_order integer not null,
  primary key (organisation_id, tree_version, segment_id),
  foreign key (organisation_id, tree_version) references tree_versions on delete cascade,
  foreign key (organisation_id, segment_id) references segments,
  foreign key (organisation_id, tree_version, parent_id) references segment_nodes deferrable initially deferred,
  check (parent_id <> segment_id)
);
call rida_protect('segment_nodes', 'select, insert, update, delete', '', 'select, insert, update');

-- A published version is what cases refer to: its nodes stay as they were.
create function segment_node_is_of_a_draft() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_version record := case when tg_op = 'DELETE' then old else new end;
begin
  if not exists (select from tree_versions v where v.organisation_id = of_version.organisation_id and v.number = of_version.tree_version and v.state = 'draft')
     -- Gone with its draft.
     and exists (select from tree_versions v where v.organisation_id = of_version.organisation_id and v.number = of_version.tree_version) then
    raise exception 'only a draft may be changed' using errcode = 'check_violation', constraint = 'only_a_draft_changes';
  end if;
  return of_version;
end $$;

-- Where a customer stands and stood: a row from one moment to the next. No segment: no rule fits. The version is the one that placed the customer.
create table segment_members (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  segment_id uuid,
  tree_version integer not null,
  pinned_at timestamptz,
  -- Nobody: taken over from the groups of before.
  pinned_by uuid,
  pin_reason text,
  primary key (organisation_id, customer_id, since),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, segment_id) references segments,
  foreign key (organisation_id, pinned_by) references people,
  check (until > since),
  check (pinned_at is null or segment_id is not null),
  check ((pinned_by is null) = (pin_reason is null) and (pinned_by is null or pinned_at is not null))
);
create unique index segment_members_now on segment_members (organisation_id, customer_id) where until is null;
create index segment_members_of_segment on segment_members (organisation_id, segment_id, customer_id) where until is null;
call rida_protect('segment_members', 'select, insert, update', '', 'select, insert, update');

-- What data say and nobody has decided yet: customers who no longer fit their segment.
create table segment_proposals (
  organisation_id uuid not null references organisations,
  id uuid not null,
  kind text not null check (kind = any (array['drift'])),
  state text not null check (state in ('open', 'approved', 'declined', 'superseded')),
  tree_version integer not null,
  opened_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  -- As they were when it was decided.
  members integer,
  misfits integer,
  primary key (organisation_id, id),
  foreign key (organisation_id, tree_version) references tree_versions,
  foreign key (organisation_id, decided_by) references people,
  check ((state = 'open') = (decided_at is null)),
  check (state <> 'declined' or length(btrim(reason)) > 0),
  check (state not in ('approved', 'declined') or decided_by is not null)
);
create unique index segment_proposals_open on segment_proposals (organisation_id, kind) where state = 'open';
create index segment_proposals_newest on segment_proposals (organisation_id, opened_at desc, id desc);
call rida_protect('segment_proposals', 'select, insert, update', '', 'select, insert, update');

create table segment_proposal_moves (
  organisation_id uuid not null references organisations,
  proposal_id uuid not null,
  customer_id uuid not null,
  from_segment_id uuid,
  to_segment_id uuid,
  primary key (organisation_id, proposal_id, customer_id),
  foreign key (organisation_id, proposal_id) references segment_proposals,
  foreign key (organisation_id, customer_id) references customers
);
create index segment_proposal_moves_of_customer on segment_proposal_moves (organisation_id, customer_id);
call rida_protect('segment_proposal_moves', 'select, insert, delete', '', 'select, insert, delete');

create table personas (
  organisation_id uuid not null references organisations,
  id uuid not null,
  segment_id uuid not null,
  name text not null,
  story text,
  goals text[] not null default '{}',
  needs text[] not null default '{}',
  frustrations text[] not null default '{}',
  channels text[] not null default '{}' check (channels <@ array['portal', 'mail', 'phone', 'visit', 'letter']),
  quotes text[] not null default '{}',
  -- [{"note": "…", "link": "https://…" or null}]
  evidence jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, segment_id) references segments,
  foreign key (organisation_id, created_by) references people
);
create index personas_of_segment on personas (organisation_id, segment_id, created_at) where removed_at is null;
call rida_protect('personas', 'select, insert, update', '', 'select, insert, update');

-- The last times that everybody was looked at.
create table segment_recomputations (
  organisation_id uuid not null references organisations,
  id uuid not null,
  cause text not null check (cause in ('published', 'nightly', 'asked')),
  tree_version integer not null,
  started_at timestamptz not null,
  milliseconds integer not null,
  customers integer not null,
  placed integer not null,
  moved integer not null,
  misfits integer not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, tree_version) references tree_versions
);
create index segment_recomputations_newest on segment_recomputations (organisation_id, started_at desc);
call rida_protect('segment_recomputations', 'select, insert', '', 'select, insert');

-- The groups of before become the first published version. Nobody wrote a rule for them, so their rule fits nobody and their
-- members are pinned; they hold from the day the customer was known.
insert into tree_versions (organisation_id, number, state, drafted_at, published_at)
  select o.organisation_id, 1, 'published', now(), least(o.created_at, (select min(c.registered_at) from customers c where c.organisation_id = o.organisation_id))
    from organisations o where exists (select from customer_groups g where g.organisation_id = o.organisation_id);
insert into segments (organisation_id, id, created_at)
  select g.organisation_id, g.id, v.published_at from customer_groups g join tree_versions v using (organisation_id);
insert into segment_nodes (organisation_id, tree_version, segment_id, name, rule, service_priority, size_rank, sort_order)
  select organisation_id, 1, id, name, '{"type": "any", "rules": []}', 'normal', greatest(size_rank, 0),
         row_number() over (partition by organisation_id order by size_rank, id)
    from customer_groups;
insert into segment_members (organisation_id, customer_id, since, segment_id, tree_version, pinned_at)
  select c.organisation_id, c.id, c.registered_at, c.group_id, 1, case when c.group_id is not null then now() end
    from customers c join tree_versions v using (organisation_id) where c.merged_into_id is null;

create trigger only_of_a_draft before insert or update or delete on segment_nodes for each row execute function segment_node_is_of_a_draft();

-- Where each customer stands now, and the names that a segment has or had: for cases and lists of other modules.
create view customer_segments with (security_invoker = true) as
  select m.organisation_id, m.customer_id, m.segment_id, v.number as tree_version
    from segment_members m join tree_versions v on v.organisation_id = m.organisation_id and v.state = 'published'
   where m.until is null;
create view customer_segment_history with (security_invoker = true) as
  select m.organisation_id, m.customer_id, m.segment_id, v.number as tree_version,
         greatest(m.since, v.published_at) as since, least(m.until, v.retired_at) as until
    from segment_members m join tree_versions v on v.organisation_id = m.organisation_id and v.published_at is not null
   where m.since < coalesce(v.retired_at, 'infinity') and coalesce(m.until, 'infinity') > v.published_at;
create view segment_briefs with (security_invoker = true) as
  select organisation_id, segment_id as id, tree_version, name, size_rank, service_priority from segment_nodes;
grant select on customer_segments, customer_segment_history, segment_briefs to rida_staff, rida_system;

-- Where a customer stands now, for the case that is being registered, also by a customer, who may not look at the tree. Runs as the
-- owner of the tables, so it asks for the organisation itself.
create function segment_now(customer uuid) returns table (segment_id uuid, tree_version integer) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.segment_id, s.tree_version from customer_segments s where s.organisation_id = rida_organisation() and s.customer_id = customer;
end;
revoke execute on function segment_now from public;
grant execute on function segment_now to rida_staff, rida_customer, rida_system;
