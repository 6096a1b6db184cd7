-- The segment where a customer stands and those above it up to the root, for the promises of a case that is being registered, also by a
-- customer, who may not look at the tree. As segment_now, it asks for the organisation itself. Empty where no rule fits.
create function segment_path_now(customer uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive path as (
    select n.segment_id, n.parent_id, n.tree_version, 1 as step
      from customer_segments s
      join segment_nodes n on n.organisation_id = rida_organisation() and n.tree_version = s.tree_version and n.segment_id = s.segment_id
     where s.organisation_id = rida_organisation() and s.customer_id = customer
    union all
    select n.segment_id, n.parent_id, n.tree_version, p.step + 1
      from path p
      join segment_nodes n on n.organisation_id = rida_organisation() and n.tree_version = p.tree_version and n.segment_id = p.parent_id
  )
  select coalesce(array_agg(p.segment_id order by p.step), '{}') from path p;
end;
revoke execute on function segment_path_now from public;
grant execute on function segment_path_now to rida_staff, rida_customer, rida_system;
