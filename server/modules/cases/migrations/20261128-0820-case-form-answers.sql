-- What was filled in for a case: rows with the version they answer. The latest counts; earlier ones, and those of another form, stay.

create table case_form_answers (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  version_id uuid not null,
  answers jsonb not null,
  -- Null: the customer, or a program.
  person_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  -- A case is written last of all, with the commit.
  foreign key (organisation_id, case_id) references cases deferrable initially deferred,
  foreign key (organisation_id, version_id) references form_versions,
  foreign key (organisation_id, person_id) references people
);
create index case_form_answers_of_case on case_form_answers (organisation_id, case_id, at desc);
call rida_protect('case_form_answers', 'select, insert', 'select, insert', 'select, insert');
call rida_keep_apart('case_form_answers', 'case_id = rida_own_case()');
create trigger take_new before insert on case_form_answers for each row when (current_user = 'rida_customer') execute function take_case_to_come();

-- Answers go with the customer's words. That something was answered, to what and when, stays.
alter function cases_erase rename to cases_erase_before_forms;
create function cases_erase(records uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform cases_erase_before_forms(records);
  update case_form_answers a set answers = '{}' from cases c
   where a.organisation_id = rida_organisation() and c.organisation_id = a.organisation_id and c.id = a.case_id and c.customer_id = any(records);
end $$;
revoke execute on function cases_erase, cases_erase_before_forms from public;
revoke execute on function cases_erase_before_forms from rida_staff, rida_system;
grant execute on function cases_erase to rida_staff, rida_system;

-- Personal answers of one class go when nothing was heard of the customer since, as values of the customer's record do.
-- Answers with how many rows lost something.
create function case_answers_expire(field_class text, heard_before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare emptied integer;
begin
  with fields as (
    select v.id as version_id, array_agg(f ->> 'key') as keys
      from form_versions v, jsonb_array_elements(v.definition -> 'sections') s, jsonb_array_elements(s -> 'fields') f
     where v.organisation_id = rida_organisation() and v.published_at is not null and f -> 'personal' ->> 'fieldClass' = case_answers_expire.field_class
     group by v.id),
  old as (
    select a.id, fields.keys from case_form_answers a
      join fields on fields.version_id = a.version_id
      join cases c on c.organisation_id = a.organisation_id and c.id = a.case_id
     where a.organisation_id = rida_organisation() and a.at < heard_before and a.answers ?| fields.keys
       and not exists (select from events e where e.organisation_id = a.organisation_id and e.customer_id = c.customer_id and e.at >= heard_before and e.actor_kind <> 'system')
     limit most)
  update case_form_answers a set answers = a.answers - old.keys from old where a.organisation_id = rida_organisation() and a.id = old.id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;
revoke execute on function case_answers_expire from public;
grant execute on function case_answers_expire to rida_system;
