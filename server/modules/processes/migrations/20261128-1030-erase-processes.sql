-- Erasure of a customer reaches what processes about them hold: values, answers, words, files. Steps, times and codes stay.

create function processes_erase(instances uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare mine uuid[];
begin
  -- One that runs goes on by its variables: it stands against erasure instead.
  select array_agg(id) into mine from process_instances
   where organisation_id = rida_organisation() and id = any(instances) and status <> 'running';
  if mine is null then return; end if;
  update files f set attached_at = null, name = '—' from (
      select a.file_id from process_comment_files a
        join process_comments c on c.organisation_id = a.organisation_id and c.id = a.comment_id
       where a.organisation_id = rida_organisation() and c.instance_id = any(mine)
      union
      select a.file_id from process_task_files a
        join process_tasks t on t.organisation_id = a.organisation_id and t.id = a.task_id
       where a.organisation_id = rida_organisation() and t.instance_id = any(mine)) held
   where f.organisation_id = rida_organisation() and f.id = held.file_id;
  delete from process_comment_files a using process_comments c
   where a.organisation_id = rida_organisation() and c.organisation_id = a.organisation_id and c.id = a.comment_id and c.instance_id = any(mine);
  delete from process_task_files a using process_tasks t
   where a.organisation_id = rida_organisation() and t.organisation_id = a.organisation_id and t.id = a.task_id and t.instance_id = any(mine);
  delete from process_variables where organisation_id = rida_organisation() and instance_id = any(mine);
  update process_task_answers a set answers = '{}' from process_tasks t
   where a.organisation_id = rida_organisation() and t.organisation_id = a.organisation_id and t.id = a.task_id and t.instance_id = any(mine);
  update process_comments set body = '—' where organisation_id = rida_organisation() and instance_id = any(mine);
  update process_hand_offs set note = case when note is not null then '—' end, reason = case when reason is not null then '—' end
   where organisation_id = rida_organisation() and instance_id = any(mine);
  -- People may have typed anything as the name of a value.
  update process_corrections set names = '{}', reason = case when reason is not null then '—' end
   where organisation_id = rida_organisation() and instance_id = any(mine);
  update process_instances set reason = '—' where organisation_id = rida_organisation() and id = any(mine) and reason is not null;
  update process_messages set variables = '{}', key = '' where organisation_id = rida_organisation() and instance_id = any(mine);
end $$;
revoke execute on function processes_erase from public;
grant execute on function processes_erase to rida_staff, rida_system;
