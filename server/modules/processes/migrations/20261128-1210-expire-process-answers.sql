-- Personal answers to forms of tasks, and the values of processes that they became, go class by class as those of the customer's record
-- do: once the process and all others about the same have ended, and nothing has happened to what they are about since. Answers with
-- how many tasks lost something.
create function process_answers_expire(field_class text, heard_before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare emptied integer;
begin
  with fields as (
    select v.id as version_id, array_agg(f ->> 'key') as keys
      from form_versions v, jsonb_array_elements(v.definition -> 'sections') s, jsonb_array_elements(s -> 'fields') f
     where v.organisation_id = rida_organisation() and v.published_at is not null and f -> 'personal' ->> 'fieldClass' = process_answers_expire.field_class
     group by v.id),
  old as (
    select a.task_id, i.id as instance_id, i.subject_id, i.subject_type, fields.keys from process_task_answers a
      join fields on fields.version_id = a.version_id
      join process_tasks t on t.organisation_id = a.organisation_id and t.id = a.task_id
      join process_instances i on i.organisation_id = t.organisation_id and i.id = t.instance_id
     where a.organisation_id = rida_organisation() and a.at < heard_before and a.answers ?| fields.keys and i.ended_at < heard_before
       and not exists (select from process_instances o where o.organisation_id = i.organisation_id and o.subject_id = i.subject_id
         and o.subject_type = i.subject_type and (o.ended_at is null or o.ended_at >= heard_before))
       and not exists (select from events e where e.organisation_id = i.organisation_id and e.subject_id = i.subject_id and e.at >= heard_before and e.actor_kind <> 'system')
     limit most),
  values_gone as (
    delete from process_variables v using old join process_instances i on i.organisation_id = rida_organisation()
       and (i.id = old.instance_id or (i.subject_id = old.subject_id and i.subject_type = old.subject_type))
     where v.organisation_id = rida_organisation() and v.instance_id = i.id and v.name = any(old.keys))
  update process_task_answers a set answers = a.answers - old.keys from old where a.organisation_id = rida_organisation() and a.task_id = old.task_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;
revoke execute on function process_answers_expire from public;
grant execute on function process_answers_expire to rida_system;
