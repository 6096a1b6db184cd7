-- A customer's transaction sees and changes its own customer only (decision 0014).

call rida_keep_apart('customers', 'id = rida_own_customer()');
call rida_keep_apart('contact_points', 'customer_id = rida_own_customer()');
call rida_keep_apart('consents', 'customer_id = rida_own_customer()');

-- Whoever comes without a grant may write themselves down: the customer that they write first is their own. One who is there
-- already is not. The argument names the column with the customer's id, for addresses are written before their customer.
create function take_new_customer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  newcomer constant uuid := to_jsonb(new)->>tg_argv[0];
begin
  if rida_own_case() is null and not exists (select from customers c where c.organisation_id = new.organisation_id and c.id = newcomer) then
    perform set_config('app.customer', newcomer::text, true);
  end if;
  return new;
end $$;
create trigger take_new before insert on customers for each row when (current_user = 'rida_customer') execute function take_new_customer('id');
create trigger take_new before insert on contact_points for each row when (current_user = 'rida_customer') execute function take_new_customer('customer_id');

-- Whose address is it? For an intake that has no grant yet: the case goes to the customer who has the address, whose other
-- addresses stay unseen. Runs as the owner of the tables, so it asks for the organisation itself.
create function customer_at_address(channel text, value text) returns table (id uuid, name text, language text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.name, c.language
    from contact_points p join customers c on c.organisation_id = p.organisation_id and c.id = p.customer_id
   where p.organisation_id = rida_organisation() and p.removed_at is null
     and p.channel = customer_at_address.channel and p.value = customer_at_address.value;
end;
revoke execute on function customer_at_address from public;
grant execute on function customer_at_address to rida_customer;

-- The best contact point of a channel, in the order of `contactPointOrder`; for functions of other modules.
create function contact_point_for(customer uuid, channel text) returns table (id uuid, value text) language sql stable
begin atomic
  select p.id, p.value from contact_points p
   where p.organisation_id = rida_organisation() and p.customer_id = contact_point_for.customer
     and p.channel = contact_point_for.channel and p.removed_at is null
   order by p.verified_at desc nulls last, p.added_at desc, p.id desc limit 1;
end;
revoke execute on function contact_point_for from public;
