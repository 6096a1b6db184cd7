-- A case is written last of all, with the commit (decision 0015): what refers to it comes before. Whoever comes without a grant takes
-- the case in hand with the first of these rows, as they would with the case itself; one that is there already is not to be had so.
create function take_case_to_come() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if rida_own_case() is null and not exists (select from cases c where c.organisation_id = new.organisation_id and c.id = new.case_id) then
    perform set_config('app.case', new.case_id::text, true);
  end if;
  return new;
end $$;
create trigger take_new before insert on case_attachments for each row when (current_user = 'rida_customer') execute function take_case_to_come();
create trigger take_new before insert on case_grants for each row when (current_user = 'rida_customer') execute function take_case_to_come();
