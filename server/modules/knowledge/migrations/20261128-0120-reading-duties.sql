-- What staff must have read: whom a document or an announcement concerns, receipts, views of announcements.

create table announcements (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- language → title and body
  texts jsonb not null,
  from_at timestamptz,
  until_at timestamptz,
  must_confirm boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  published_at timestamptz,
  published_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references people,
  foreign key (organisation_id, published_by) references people,
  foreign key (organisation_id, withdrawn_by) references people,
  check (until_at > from_at),
  check (published_at is null or from_at is not null),
  check (withdrawn_at is null or published_at is not null),
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index announcements_newest on announcements (organisation_id, created_at desc, id desc);
call rida_protect('announcements', 'select, insert, update, delete', '', 'select, insert, update');
alter table knowledge_images add foreign key (organisation_id, announcement_id) references announcements on delete cascade;

create function announcement_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.published_at is not null then perform knowledge_refuses('published_stays', 'a published announcement stays'); end if;
    return old;
  end if;
  if old.published_at is not null and (
       (new.texts, new.from_at, new.until_at, new.must_confirm, new.created_at, new.published_at, new.published_by)
       is distinct from (old.texts, old.from_at, old.until_at, old.must_confirm, old.created_at, old.published_at, old.published_by)
    or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdraw_reason) is distinct from (old.withdrawn_at, old.withdraw_reason))) then
    perform knowledge_refuses('published_stays', 'a published announcement stays');
  end if;
  return new;
end $$;
create trigger announcement_stays before update or delete on announcements for each row execute function announcement_stays();

create table knowledge_concerns (
  organisation_id uuid not null references organisations,
  id uuid not null,
  document_id uuid,
  announcement_id uuid,
  subject_id uuid not null generated always as (coalesce(document_id, announcement_id)) stored,
  kind text not null check (kind in ('everybody', 'unit', 'role', 'position', 'person')),
  unit_id uuid,
  role text check (role in ('administrator', 'service-manager', 'agent', 'observer')),
  position_id uuid,
  person_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references knowledge_documents on delete cascade,
  foreign key (organisation_id, announcement_id) references announcements on delete cascade,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, position_id) references positions on delete cascade,
  foreign key (organisation_id, person_id) references people,
  check (num_nonnulls(document_id, announcement_id) = 1),
  check ((kind = 'unit') = (unit_id is not null) and (kind = 'role') = (role is not null)
     and (kind = 'position') = (position_id is not null) and (kind = 'person') = (person_id is not null))
);
create index knowledge_concerns_of_subject on knowledge_concerns (organisation_id, subject_id);
call rida_protect('knowledge_concerns', 'select, insert, delete', '', 'select, insert');

-- Active staff whom a document or an announcement concerns now. A unit counts with those below it.
create function knowledge_concerned(subject uuid) returns table (person_id uuid) language sql stable as $$
  with recursive wished as (
    select c.* from knowledge_concerns c where c.organisation_id = rida_organisation() and c.subject_id = subject
  ), below as (
    select w.unit_id as id from wished w where w.kind = 'unit'
    union
    select u.id from below b join unit_briefs u on u.organisation_id = rida_organisation() and u.parent_id = b.id
  )
  select s.id from staff_briefs s
   where s.organisation_id = rida_organisation()
     and (exists (select from wished w where w.kind = 'everybody' or (w.kind = 'role' and w.role = any (s.roles)) or (w.kind = 'person' and w.person_id = s.id))
       or exists (select from position_briefs p where p.organisation_id = rida_organisation() and p.person_id = s.id
                    and (p.unit_id in (select id from below) or p.id in (select w.position_id from wished w where w.kind = 'position'))))
$$;

-- What a person must have read, and when it was. Made and released by jobs; read by the person alone, and once.
create table knowledge_receipts (
  organisation_id uuid not null references organisations,
  document_id uuid not null,
  version integer not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  read_at timestamptz,
  -- question → choice, all right
  answers jsonb,
  tries integer not null default 0,
  -- No longer concerned, or the version no longer in force.
  released_at timestamptz,
  reminded_at timestamptz,
  primary key (organisation_id, document_id, version, person_id),
  foreign key (organisation_id, document_id, version) references knowledge_versions,
  foreign key (organisation_id, person_id) references people,
  check (due_at >= asked_at),
  check (read_at is not null or answers is null)
);
create index knowledge_receipts_open on knowledge_receipts (organisation_id, person_id, due_at) where read_at is null and released_at is null;
create index knowledge_receipts_read on knowledge_receipts (organisation_id, person_id, read_at desc) where read_at is not null;
create index knowledge_receipts_due on knowledge_receipts (organisation_id, due_at) where read_at is null and released_at is null;
call rida_protect('knowledge_receipts', 'select', '', 'select, insert, update');
grant update (read_at, answers, tries) on knowledge_receipts to rida_staff;
create policy of_person on knowledge_receipts as restrictive for update to rida_staff using (person_id = rida_person()) with check (person_id = rida_person());

create function knowledge_receipt_stays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.organisation_id, new.document_id, new.version, new.person_id) is distinct from (old.organisation_id, old.document_id, old.version, old.person_id)
     or (old.read_at is not null and (new.read_at, new.answers, new.asked_at, new.due_at, new.tries) is distinct from (old.read_at, old.answers, old.asked_at, old.due_at, old.tries)) then
    perform knowledge_refuses('receipt_stays', 'a receipt stays');
  end if;
  if new.read_at is not null and old.read_at is null and not exists (
    select from knowledge_versions v where v.organisation_id = new.organisation_id and v.document_id = new.document_id and v.number = new.version and v.state = 'in-force') then
    perform knowledge_refuses('receipt_in_force', 'a receipt is for what is in force');
  end if;
  return new;
end $$;
create trigger knowledge_receipt_stays before update on knowledge_receipts for each row execute function knowledge_receipt_stays();

-- Only for what is in force and demands one.
create function knowledge_receipt_is_demanded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from knowledge_versions v where v.organisation_id = new.organisation_id and v.document_id = new.document_id and v.number = new.version
       and v.state = 'in-force' and v.demands_receipt) then
    perform knowledge_refuses('receipt_in_force', 'a receipt is for what is in force');
  end if;
  return new;
end $$;
create trigger knowledge_receipt_is_demanded before insert on knowledge_receipts for each row execute function knowledge_receipt_is_demanded();

create table announcement_views (
  organisation_id uuid not null references organisations,
  announcement_id uuid not null,
  person_id uuid not null,
  -- Of the first position held then; figures by unit.
  unit_id uuid,
  concerned_at timestamptz not null,
  reached_at timestamptz,
  seen_at timestamptz,
  confirmed_at timestamptz,
  released_at timestamptz,
  primary key (organisation_id, announcement_id, person_id),
  foreign key (organisation_id, announcement_id) references announcements,
  foreign key (organisation_id, person_id) references people
);
create index announcement_views_of_person on announcement_views (organisation_id, person_id) where released_at is null;
call rida_protect('announcement_views', 'select', '', 'select, insert, update');
grant update (reached_at, seen_at, confirmed_at) on announcement_views to rida_staff;
create policy of_person on announcement_views as restrictive for update to rida_staff using (person_id = rida_person()) with check (person_id = rida_person());

-- For figures: who was asked for which receipt, and the time in which that version was the one in force. Whoever acted at a moment lacked
-- the receipt when `asked_at <= moment`, nothing was released by then, and no row of the person and document with a version from
-- `receipt_since` on was read by then.
create view receipt_briefs with (security_invoker = true) as
  select r.organisation_id, r.person_id, r.document_id, d.kind, r.version, v.receipt_since, r.asked_at, r.due_at, r.read_at, r.released_at, v.in_force_from, v.in_force_until
    from knowledge_receipts r
    join knowledge_versions v on v.organisation_id = r.organisation_id and v.document_id = r.document_id and v.number = r.version
    join knowledge_documents d on d.organisation_id = r.organisation_id and d.id = r.document_id;
grant select on receipt_briefs to rida_staff, rida_system;
