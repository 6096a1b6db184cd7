-- Knowledge: documents of all kinds, their versions and texts, authors, reviews. What was approved can no longer be changed.

create table knowledge_topics (
  organisation_id uuid not null references organisations,
  id uuid not null,
  parent_id uuid,
  name jsonb not null,
  sort_order integer not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references knowledge_topics,
  check (parent_id <> id)
);
call rida_protect('knowledge_topics', 'select, insert, update, delete', 'select', 'select, insert');

create table knowledge_documents (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- In addresses of public pages.
  number integer not null check (number > 0),
  code text,
  kind text not null check (kind in ('article', 'procedure', 'policy', 'regulation', 'objective', 'responsibility', 'step-sheet')),
  topic_id uuid,
  owner_id uuid not null,
  -- What it helps with. Categories and products of the catalogue are never removed.
  category_ids uuid[] not null default '{}',
  product_ids uuid[] not null default '{}',
  case_kinds text[] not null default '{}' check (case_kinds <@ array['request', 'inquiry', 'complaint', 'suggestion', 'remark']),
  review_every_months integer check (review_every_months between 1 and 120),
  next_review_on date,
  -- For which date the owner was reminded last.
  review_reminded_for date,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  retired_by uuid,
  retire_reason text,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, topic_id) references knowledge_topics,
  foreign key (organisation_id, owner_id) references people,
  foreign key (organisation_id, created_by) references people,
  foreign key (organisation_id, retired_by) references people,
  check ((retired_at is null) = (retire_reason is null))
);
create unique index knowledge_documents_by_code on knowledge_documents (organisation_id, lower(code)) where code is not null;
create index knowledge_documents_newest on knowledge_documents (organisation_id, changed_at desc, id desc);
create index knowledge_documents_by_topic on knowledge_documents (organisation_id, topic_id);
create index knowledge_documents_for_review on knowledge_documents (organisation_id, next_review_on) where next_review_on is not null and retired_at is null;
call rida_protect('knowledge_documents', 'select, insert, update, delete', '', 'select, insert, update');

create table knowledge_versions (
  organisation_id uuid not null references organisations,
  document_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'in-review', 'approved', 'in-force', 'superseded', 'retired', 'recalled')),
  revision integer not null default 1,
  audience text not null check (audience in ('public', 'staff')),
  editorial boolean not null default false,
  change_note text,
  -- First day in force, by the organisation's clock; null: with the approval.
  valid_from date,
  demands_receipt boolean not null default false,
  receipt_days integer not null default 14 check (receipt_days between 1 and 365),
  questions jsonb not null default '[]',
  -- Receipts of versions from this number on count; said when it comes in force.
  receipt_since integer not null,
  created_by uuid,
  created_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  in_force_from timestamptz,
  in_force_until timestamptz,
  primary key (organisation_id, document_id, number),
  foreign key (organisation_id, document_id) references knowledge_documents on delete cascade,
  foreign key (organisation_id, created_by) references people,
  foreign key (organisation_id, approved_by) references people,
  check ((approved_at is null) = (state in ('draft', 'in-review'))),
  check ((in_force_from is null) = (state in ('draft', 'in-review', 'approved', 'recalled'))),
  check ((in_force_until is null) = (state not in ('superseded', 'retired'))),
  check (in_force_until >= in_force_from),
  check (receipt_since <= number)
);
create unique index knowledge_versions_open on knowledge_versions (organisation_id, document_id) where state in ('draft', 'in-review', 'approved');
create unique index knowledge_versions_in_force on knowledge_versions (organisation_id, document_id) where state = 'in-force';
create index knowledge_versions_waiting on knowledge_versions (organisation_id, valid_from) where state = 'approved';
call rida_protect('knowledge_versions', 'select, insert, update, delete', '', 'select, insert, update');

create table knowledge_texts (
  organisation_id uuid not null references organisations,
  document_id uuid not null,
  version integer not null,
  language text not null check (language in ('ar', 'fa', 'en')),
  title text not null,
  summary text not null,
  body jsonb not null,
  steps jsonb not null default '[]',
  -- Words of body and steps, for search and comparison.
  plain text not null,
  primary key (organisation_id, document_id, version, language),
  foreign key (organisation_id, document_id, version) references knowledge_versions on delete cascade
);
call rida_protect('knowledge_texts', 'select, insert, update, delete', '', 'select, insert');

-- Everybody who changed the draft.
create table knowledge_authors (
  organisation_id uuid not null references organisations,
  document_id uuid not null,
  version integer not null,
  person_id uuid not null,
  first_at timestamptz not null,
  primary key (organisation_id, document_id, version, person_id),
  foreign key (organisation_id, document_id, version) references knowledge_versions on delete cascade,
  foreign key (organisation_id, person_id) references people
);
call rida_protect('knowledge_authors', 'select, insert', '', 'select, insert');

-- A round: asked for, and decided once.
create table knowledge_reviews (
  organisation_id uuid not null references organisations,
  id uuid not null,
  document_id uuid not null,
  version integer not null,
  asked_by uuid,
  asked_at timestamptz not null,
  reviewer_ids uuid[] not null check (cardinality(reviewer_ids) > 0),
  decision text check (decision in ('approved', 'sent-back', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id, version) references knowledge_versions on delete cascade,
  foreign key (organisation_id, asked_by) references people,
  foreign key (organisation_id, decided_by) references people,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decision is distinct from 'sent-back' or length(btrim(reason)) > 0)
);
create index knowledge_reviews_of_version on knowledge_reviews (organisation_id, document_id, version);
create unique index knowledge_reviews_open on knowledge_reviews (organisation_id, document_id) where decision is null;
call rida_protect('knowledge_reviews', 'select, insert, update', '', 'select, insert, update');

-- Looks at whether it is still right, and versions called back: what happened without a new version.
create table knowledge_checks (
  organisation_id uuid not null references organisations,
  id uuid not null,
  document_id uuid not null,
  checked_by uuid,
  checked_at timestamptz not null,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references knowledge_documents on delete cascade,
  foreign key (organisation_id, checked_by) references people
);
create index knowledge_checks_of_document on knowledge_checks (organisation_id, document_id, checked_at desc);
call rida_protect('knowledge_checks', 'select, insert', '', 'select, insert');

create table knowledge_recalls (
  organisation_id uuid not null references organisations,
  document_id uuid not null,
  version integer not null,
  recalled_by uuid,
  recalled_at timestamptz not null,
  reason text not null check (length(btrim(reason)) > 0),
  primary key (organisation_id, document_id, version),
  foreign key (organisation_id, document_id, version) references knowledge_versions,
  foreign key (organisation_id, recalled_by) references people
);
call rida_protect('knowledge_recalls', 'select, insert', '', 'select, insert');

-- An uploaded picture belongs to one document; the versions of it share it.
create table knowledge_images (
  organisation_id uuid not null references organisations,
  file_id uuid not null,
  document_id uuid,
  announcement_id uuid,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, file_id) references files on delete cascade,
  foreign key (organisation_id, document_id) references knowledge_documents on delete cascade,
  check (num_nonnulls(document_id, announcement_id) = 1)
);
call rida_protect('knowledge_images', 'select, insert, delete', '', 'select, insert');

create function knowledge_refuses(rule text, words text) returns void language plpgsql as $$
begin
  raise exception '%', words using errcode = 'check_violation', constraint = rule;
end $$;

-- What was approved stays: a version that is no draft keeps its content, and its state takes only known steps.
create function knowledge_version_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then perform knowledge_refuses('only_drafts_go', 'only a draft may be removed'); end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then perform knowledge_refuses('begins_as_draft', 'a version begins as a draft'); end if;
    return new;
  end if;
  if (new.audience, new.editorial, new.change_note, new.valid_from, new.demands_receipt, new.receipt_days, new.questions, new.revision)
     is distinct from (old.audience, old.editorial, old.change_note, old.valid_from, old.demands_receipt, old.receipt_days, old.questions, old.revision) then
    if old.state <> 'draft' or new.state <> 'draft' then perform knowledge_refuses('only_drafts_change', 'only a draft may be changed'); end if;
    if rida_person() is not null then
      insert into knowledge_authors values (new.organisation_id, new.document_id, new.number, rida_person(), now()) on conflict do nothing;
    end if;
  end if;
  if (new.organisation_id, new.document_id, new.number, new.created_by, new.created_at)
     is distinct from (old.organisation_id, old.document_id, old.number, old.created_by, old.created_at)
     or (old.approved_at is not null and (new.approved_at, new.approved_by) is distinct from (old.approved_at, old.approved_by))
     or (old.in_force_from is not null and new.in_force_from is distinct from old.in_force_from)
     or (old.in_force_until is not null and new.in_force_until is distinct from old.in_force_until)
     or (new.receipt_since <> old.receipt_since and not (old.state = 'approved' and new.state = 'in-force')) then
    perform knowledge_refuses('approved_stays', 'what was said of a version stays');
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'in-review'), ('in-review', 'draft'), ('in-review', 'approved'), ('approved', 'in-force'), ('approved', 'recalled'),
    ('in-force', 'superseded'), ('in-force', 'retired')) then
    perform knowledge_refuses('known_steps', format('no step from %s to %s', old.state, new.state));
  end if;
  if new.state = 'approved' and old.state <> 'approved' and not exists (
    select from knowledge_reviews r
     where r.organisation_id = new.organisation_id and r.document_id = new.document_id and r.version = new.number and r.decision = 'approved'
       and r.decided_by = new.approved_by
       and not exists (select from knowledge_authors a where a.organisation_id = r.organisation_id and a.document_id = r.document_id and a.version = r.version and a.person_id = r.decided_by)) then
    perform knowledge_refuses('approved_by_another', 'approved by somebody who is not an author');
  end if;
  return new;
end $$;
create trigger knowledge_version_changes before insert or update or delete on knowledge_versions for each row execute function knowledge_version_changes();

create function knowledge_text_is_of_a_draft() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record := case when tg_op = 'DELETE' then old else new end;
  in_state text;
begin
  select state into in_state from knowledge_versions v where v.organisation_id = one.organisation_id and v.document_id = one.document_id and v.number = one.version;
  -- Without one it goes with its draft.
  if in_state <> 'draft' then perform knowledge_refuses('only_drafts_change', 'only a draft may be changed'); end if;
  if in_state = 'draft' and tg_table_name = 'knowledge_texts' and rida_person() is not null then
    insert into knowledge_authors values (one.organisation_id, one.document_id, one.version, rida_person(), now()) on conflict do nothing;
  end if;
  return one;
end $$;
create trigger knowledge_text_is_of_a_draft before insert or update or delete on knowledge_texts for each row execute function knowledge_text_is_of_a_draft();
create trigger knowledge_author_is_of_a_draft before insert or update on knowledge_authors for each row execute function knowledge_text_is_of_a_draft();

-- A round is decided once, by whoever acts, and an approval is never an author's.
create function knowledge_review_is_decided() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.decision is not null then perform knowledge_refuses('decided_once', 'a round begins undecided'); end if;
    return new;
  end if;
  if old.decision is not null
     or (new.organisation_id, new.id, new.document_id, new.version, new.asked_by, new.asked_at, new.reviewer_ids)
        is distinct from (old.organisation_id, old.id, old.document_id, old.version, old.asked_by, old.asked_at, old.reviewer_ids) then
    perform knowledge_refuses('decided_once', 'a decision stays');
  end if;
  if rida_person() is not null and new.decided_by is distinct from rida_person() then
    perform knowledge_refuses('decided_by_oneself', 'nobody decides for another');
  end if;
  if new.decision = 'approved' and exists (
    select from knowledge_authors a where a.organisation_id = new.organisation_id and a.document_id = new.document_id and a.version = new.version and a.person_id = new.decided_by) then
    perform knowledge_refuses('approved_by_another', 'an author does not approve');
  end if;
  return new;
end $$;
create trigger knowledge_review_is_decided before insert or update on knowledge_reviews for each row execute function knowledge_review_is_decided();
