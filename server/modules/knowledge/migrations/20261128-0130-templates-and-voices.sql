-- Reply templates with every version of their texts; what readers ask and say about documents.

create table reply_templates (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  category_ids uuid[] not null default '{}',
  case_kinds text[] not null default '{}' check (case_kinds <@ array['request', 'inquiry', 'complaint', 'suggestion', 'remark']),
  active boolean not null default true,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, changed_by) references people
);
create unique index reply_templates_by_name on reply_templates (organisation_id, lower(name)) where active;
call rida_protect('reply_templates', 'select, insert, update', '', 'select, insert');

create table reply_template_texts (
  organisation_id uuid not null references organisations,
  template_id uuid not null,
  version integer not null,
  language text not null check (language in ('ar', 'fa', 'en')),
  body jsonb not null,
  plain text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (organisation_id, template_id, version, language),
  foreign key (organisation_id, template_id) references reply_templates deferrable initially deferred,
  foreign key (organisation_id, written_by) references people
);
call rida_protect('reply_template_texts', 'select, insert', '', 'select, insert');

create table knowledge_questions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  document_id uuid not null,
  version integer not null,
  step_id uuid,
  text text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id, version) references knowledge_versions,
  foreign key (organisation_id, asked_by) references people
);
create index knowledge_questions_of_document on knowledge_questions (organisation_id, document_id, asked_at);
create index knowledge_questions_open on knowledge_questions (organisation_id, asked_at, id) where answered_at is null;
call rida_protect('knowledge_questions', 'select, insert, update', '', 'select, insert, update');

create table knowledge_answers (
  organisation_id uuid not null references organisations,
  id uuid not null,
  question_id uuid not null,
  text text not null,
  answered_by uuid,
  answered_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, question_id) references knowledge_questions,
  foreign key (organisation_id, answered_by) references people
);
create index knowledge_answers_of_question on knowledge_answers (organisation_id, question_id, answered_at desc);
call rida_protect('knowledge_answers', 'select, insert', '', 'select, insert');

create table knowledge_feedback (
  organisation_id uuid not null references organisations,
  id uuid not null,
  document_id uuid not null,
  version integer not null,
  language text not null check (language in ('ar', 'fa', 'en')),
  helpful boolean not null,
  missing text,
  from_kind text not null check (from_kind in ('customer', 'staff')),
  person_id uuid,
  -- Known only where it was said from within a case.
  customer_id uuid,
  given_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id, version) references knowledge_versions,
  foreign key (organisation_id, person_id) references people,
  check ((from_kind = 'staff') = (person_id is not null)),
  check (from_kind = 'customer' or customer_id is null)
);
create unique index knowledge_feedback_of_person on knowledge_feedback (organisation_id, document_id, version, person_id) where person_id is not null;
create index knowledge_feedback_of_document on knowledge_feedback (organisation_id, document_id, given_at desc, id desc);
create index knowledge_feedback_of_customer on knowledge_feedback (organisation_id, customer_id) where customer_id is not null;
call rida_protect('knowledge_feedback', 'select, insert', 'insert', 'select, insert, update');
grant update (language, helpful, missing, given_at) on knowledge_feedback to rida_staff;
create policy of_person on knowledge_feedback as restrictive for update to rida_staff using (person_id = rida_person()) with check (person_id = rida_person());
call rida_keep_apart('knowledge_feedback', $$customer_id is null or customer_id = rida_own_customer()$$);

-- Customers speak about what they can read.
create function knowledge_feedback_is_about_public() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('role') = 'rida_customer' and (new.from_kind <> 'customer' or not exists (
    select from knowledge_versions v where v.organisation_id = new.organisation_id and v.document_id = new.document_id and v.number = new.version
       and v.state = 'in-force' and v.audience = 'public')) then
    perform knowledge_refuses('feedback_about_public', 'customers speak about what is public');
  end if;
  return new;
end $$;
create trigger knowledge_feedback_is_about_public before insert on knowledge_feedback for each row execute function knowledge_feedback_is_about_public();
