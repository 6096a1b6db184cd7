-- Groups became the first version of the customer tree (20261127-1310): they leave the record of the customer.

drop view customer_briefs;
alter table customers drop column group_id;
drop table customer_groups;
create view customer_briefs with (security_invoker = true) as
  select c.organisation_id, c.id, s.kind, s.name, s.search_name, s.language, s.id as survivor_id
    from customers c
    join customers s on s.organisation_id = c.organisation_id and s.id = coalesce(c.merged_into_id, c.id);
grant select on customer_briefs to rida_staff, rida_customer, rida_system;
