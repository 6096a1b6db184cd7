-- Forms that an organisation designs itself, and their versions. What was published can no longer be changed.

create table forms (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- By which programs and processes name it.
  key text not null check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  name jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  -- Out of use: nobody is asked to fill it in any more; what was filled in stays readable.
  retired_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, created_by) references people
);
call rida_protect('forms', 'select, insert, update', 'select', 'select, insert, update');

create table form_versions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  form_id uuid not null,
  number integer not null check (number > 0),
  revision integer not null default 1 check (revision > 0),
  -- Sections and fields: kernel/forms/form-definition.ts.
  definition jsonb not null,
  note text,
  created_at timestamptz not null,
  created_by uuid,
  -- Null: the draft. The published one with the highest number is filled in.
  published_at timestamptz,
  published_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, form_id, number),
  foreign key (organisation_id, form_id) references forms,
  foreign key (organisation_id, created_by) references people,
  foreign key (organisation_id, published_by) references people
);
create unique index form_versions_draft on form_versions (organisation_id, form_id) where published_at is null;
call rida_protect('form_versions', 'select, insert, update, delete', 'select', 'select, insert, update');
-- A customer is asked what was published; drafts are the organisation's own affair.
create policy published_only on form_versions as restrictive for select to rida_customer using (published_at is not null);

-- Answers are read by the version they were given to: it must say for ever what it said then.
create function form_version_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.published_at is not null then
      raise exception 'a version begins as a draft' using errcode = 'check_violation', constraint = 'begins_as_draft';
    end if;
    return new;
  end if;
  if old.published_at is not null then
    raise exception 'a published version stays' using errcode = 'check_violation', constraint = 'published_stays';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.organisation_id, new.id, new.form_id, new.number, new.created_at, new.created_by)
     is distinct from (old.organisation_id, old.id, old.form_id, old.number, old.created_at, old.created_by) then
    raise exception 'a version stays what it is of' using errcode = 'check_violation', constraint = 'published_stays';
  end if;
  return new;
end $$;
create trigger form_version_stays before insert or update or delete on form_versions for each row execute function form_version_stays();
