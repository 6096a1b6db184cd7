-- A customer's transaction sees and changes the one case that its grant is for, and of that case no notes (decision 0014).

call rida_keep_apart('cases', 'id = rida_own_case()');
call rida_keep_apart('case_messages', 'case_id = rida_own_case()');
call rida_keep_apart('case_attachments', 'case_id = rida_own_case() and part <> ''note''');
call rida_keep_apart('case_grants', 'case_id = rida_own_case()');
call rida_keep_apart('case_claims', 'case_id = rida_own_case()');
call rida_keep_apart('case_disputes', 'case_id = rida_own_case()');
call rida_keep_apart('case_outcomes', 'case_id = rida_own_case()');
call rida_keep_apart('case_reopenings', 'case_id = rida_own_case()');

-- A case stays with its customer, and the organisation's side of the thread is not written by customers.
create policy keeps_its_customer on cases as restrictive for update to rida_customer with check (customer_id = rida_own_customer());
create policy customers_write_in on case_messages as restrictive for insert to rida_customer with check (direction = 'in');

-- Of the events a customer sees those of the own case; that there are notes is the organisation's own affair.
create policy of_own on events as restrictive for select to rida_customer
  using (subject_type = 'case' and subject_id = rida_own_case() and type <> 'case.note-added');
create policy about_own on events as restrictive for insert to rida_customer with check (
  case subject_type when 'case' then subject_id = rida_own_case() when 'customer' then subject_id = rida_own_customer() else subject_type = 'outgoing-mail' end);

-- A file is seen through the own case: behind this policy stands that of case_attachments.
create policy of_own on files as restrictive for select to rida_customer
  using (exists (select from case_attachments a where a.organisation_id = files.organisation_id and a.file_id = files.id));

-- A mail speaks of the own case, once there is one; before, a one-time code is all that is written.
create policy about_own on outgoing_mails as restrictive for insert to rida_customer
  with check (rida_own_case() is null or (subject_type = 'case' and subject_id = rida_own_case()));

-- Whoever comes without a grant may register a case: that case is their own.
create function take_new_case() returns trigger language plpgsql as $$
begin
  perform set_config('app.case', new.id::text, true);
  return new;
end $$;
create trigger take_new before insert on cases for each row when (current_user = 'rida_customer' and rida_own_case() is null) execute function take_new_case();

-- The doors through the wall. They run as the owner of the tables, so each asks for the organisation itself.

-- Presents the secret of a grant. One that is good (not run out, its address still the customer's) takes case and customer in hand.
create function present_case_grant(hash text, moment timestamptz)
returns table (id uuid, case_id uuid, customer_id uuid, contact_point_id uuid, method text, good boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  select g.id, g.case_id, g.customer_id, g.contact_point_id, g.method,
         g.expires_at > moment and (g.contact_point_id is null or exists (
           select from contact_point_briefs p where p.organisation_id = g.organisation_id and p.id = g.contact_point_id))
    into present_case_grant.id, present_case_grant.case_id, present_case_grant.customer_id, present_case_grant.contact_point_id, present_case_grant.method, present_case_grant.good
    from case_grants g where g.organisation_id = rida_organisation() and g.secret_hash = hash;
  if not found then return; end if;
  if good then
    perform set_config('app.case', present_case_grant.case_id::text, true), set_config('app.customer', present_case_grant.customer_id::text, true);
  end if;
  return next;
end $$;

-- Keeps a one-time code for the case with that tracking code, and says what the letter with it needs. Nothing when there is
-- no such case or no e-mail address. Takes nothing in hand: whoever knows a tracking code has proved nothing.
create function make_case_code(tracking text, hash text, code_id uuid, moment timestamptz, ends timestamptz)
returns table (case_id uuid, number text, language text, customer_name text, address text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  found_case record;
begin
  select c.id, c.customer_id, c.number, c.language, b.name, p.id as contact_point_id, p.value into found_case
    from cases c
    join customer_briefs b on b.organisation_id = c.organisation_id and b.id = c.customer_id
   cross join lateral contact_point_for(c.customer_id, 'email') p
   where c.organisation_id = rida_organisation() and c.tracking_code = tracking;
  if not found then return; end if;
  insert into case_codes (organisation_id, id, case_id, customer_id, contact_point_id, code_hash, issued_at, expires_at)
  values (rida_organisation(), code_id, found_case.id, found_case.customer_id, found_case.contact_point_id, hash, moment, ends);
  return query select found_case.id, found_case.number, found_case.language, found_case.name, found_case.value;
end $$;

-- Tries a one-time code. Only the newest of a case counts, five tries each; the right one takes case and customer in hand.
create function redeem_case_code(tracking text, hash text, moment timestamptz)
returns table (case_id uuid, customer_id uuid, contact_point_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  most_tries constant integer := 5;
  newest case_codes;
begin
  select k.* into newest from case_codes k join cases c on c.organisation_id = k.organisation_id and c.id = k.case_id
   where k.organisation_id = rida_organisation() and c.tracking_code = tracking
   order by k.issued_at desc, k.id desc limit 1 for update of k;
  if not found or newest.used_at is not null or newest.expires_at <= moment or newest.tries >= most_tries then return; end if;
  update case_codes set tries = tries + 1, used_at = case when code_hash = hash then moment end
   where organisation_id = newest.organisation_id and id = newest.id;
  if newest.code_hash <> hash then return; end if;
  perform set_config('app.case', newest.case_id::text, true), set_config('app.customer', newest.customer_id::text, true);
  return query select newest.case_id, newest.customer_id, newest.contact_point_id;
end $$;

revoke execute on function present_case_grant, make_case_code, redeem_case_code from public;
grant execute on function present_case_grant, make_case_code, redeem_case_code to rida_customer;
revoke all on case_codes from rida_customer;
