-- The second wall: row-level security separates organisations, and within one it separates customers (decision 0014).

-- The case and the customer that a transaction of rida_customer has in hand; null before a grant was presented.
create function rida_own_case() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.case', true), '')::uuid;
create function rida_own_customer() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.customer', true), '')::uuid;

-- Of a table that customers may use, only the rows that fit `own` exist for them.
create procedure rida_keep_apart(table_name regclass, own text) language plpgsql as $$
begin
  execute format('create policy of_own on %s as restrictive to rida_customer using (%s) with check (%s)', table_name, own, own);
end $$;

-- An uploaded file waits, seen by no customer, until something refers to it; customers refer to what customers uploaded.
-- Runs as the owner of the tables and says only which of the files were free, so it asks for the organisation itself.
create function attach_files(wanted uuid[], moment timestamptz) returns setof uuid language sql security definer set search_path = public, pg_temp
begin atomic
  update files set attached_at = moment
   where organisation_id = rida_organisation() and id = any (wanted) and attached_at is null
     and (uploaded_by_kind = 'customer' or current_setting('role') <> 'rida_customer')
  returning id;
end;
revoke execute on function attach_files from public;
grant execute on function attach_files to rida_staff, rida_customer, rida_system;
revoke update on files from rida_customer;
create policy uploaded_by_customers on files as restrictive for insert to rida_customer
  with check (uploaded_by_kind = 'customer' and attached_at is null);
