-- An e-mail that a record had speaks as much as a phone that it had: both move to the record that was entered later.
create or replace view customer_match_records with (security_invoker = true) as
  select c.organisation_id, c.id, coalesce(c.merged_into_id, c.id) as survivor_id, c.kind, c.name, c.national_id, c.external_id, c.birth_date, c.region_id,
         array(select distinct p.value from contact_points p
                where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.channel = 'email') as emails,
         array(select distinct p.value from contact_points p
                where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.channel = 'phone') as phones,
         r.name as region_name, c.registered_at
    from customers c left join regions r on r.organisation_id = c.organisation_id and r.id = c.region_id;
