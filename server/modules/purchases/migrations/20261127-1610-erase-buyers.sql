-- Erasure of what dealers entered about a customer, and of the places of purchases. Product, dealer and day stay: counts stay true.
create function purchases_erase(records uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update dealer_buyers set name = '—', phone = null, gender = null, age_group_id = null, region_id = null
   where organisation_id = rida_organisation() and customer_id = any(records);
  update purchases set place = null where organisation_id = rida_organisation() and customer_id = any(records);
$$;
revoke execute on function purchases_erase from public;
grant execute on function purchases_erase to rida_staff, rida_system;
