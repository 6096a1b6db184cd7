-- A merged record counts as the surviving one: whatever is shown of a customer is the survivor's.

-- What cases and other modules show: the survivor's name beside the id that was asked for. One look by primary key more.
create or replace view customer_briefs with (security_invoker = true) as
  select c.organisation_id, c.id, s.kind, s.name, s.search_name, s.language, s.group_id, g.name as group_name, g.size_rank as group_rank,
         s.id as survivor_id
    from customers c
    join customers s on s.organisation_id = c.organisation_id and s.id = coalesce(c.merged_into_id, c.id)
    left join customer_groups g on g.organisation_id = s.organisation_id and g.id = s.group_id;

-- What records are compared by. Phones that a record had count too: one address belongs to one customer, so a number that was
-- moved from one record to another is often all that tells that both are one.
create view customer_match_records with (security_invoker = true) as
  select c.organisation_id, c.id, coalesce(c.merged_into_id, c.id) as survivor_id, c.kind, c.name, c.national_id, c.external_id, c.birth_date, c.region_id,
         array(select p.value from contact_points p
                where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.channel = 'email' and p.removed_at is null) as emails,
         array(select p.value from contact_points p
                where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.channel = 'phone') as phones,
         r.name as region_name, c.registered_at
    from customers c left join regions r on r.organisation_id = c.organisation_id and r.id = c.region_id;
grant select on customer_match_records to rida_staff, rida_system;
