-- Values of customers who have to be kept do not run out: what would run out is found first, and whoever knows of a rule leaves some out.
drop function customers_expire(text, timestamptz, timestamptz, integer, boolean);

-- Customers beyond `beyond`, in the order of their ids, who have values of one class and of whom nothing was heard since `heard_before`.
create function customers_expirable(field_class text, heard_before timestamptz, beyond uuid, most integer)
returns table (id uuid, survivor_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, coalesce(c.merged_into_id, c.id) from customers c
   where c.organisation_id = rida_organisation() and c.id > beyond and c.registered_at < heard_before and c.erased_at is null
     and (case customers_expirable.field_class
            when 'identity' then num_nonnulls(c.external_id, c.national_id, c.birth_date) > 0
            when 'demographic' then num_nonnulls(c.gender, case when c.birth_date is null then c.age_group_id end, c.income_band_id, c.education_id, c.social_group_id) > 0
            when 'place' then num_nonnulls(c.region_id, c.address) > 0
            when 'contact' then exists (select from contact_points p where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.value not like 'erased:%')
            else false end
          or exists (select from customer_field_values v join customer_fields f on f.organisation_id = v.organisation_id and f.id = v.field_id
                      where v.organisation_id = c.organisation_id and v.customer_id = c.id and f.field_class = customers_expirable.field_class))
     and not exists (select from events e where e.organisation_id = c.organisation_id and e.customer_id = c.id and e.at >= heard_before and e.actor_kind <> 'system')
   order by c.id
   limit most
$$;
revoke execute on function customers_expirable from public;
grant execute on function customers_expirable to rida_staff, rida_system;

-- Values of one class of these customers.
create function customers_expire(field_class text, expired uuid[], at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update customers c set
         external_id = case when customers_expire.field_class = 'identity' then null else c.external_id end,
         national_id = case when customers_expire.field_class = 'identity' then null else c.national_id end,
         birth_date = case when customers_expire.field_class = 'identity' then null else c.birth_date end,
         gender = case when customers_expire.field_class = 'demographic' then null else c.gender end,
         -- It follows from a birth date that is kept.
         age_group_id = case when customers_expire.field_class = 'demographic' and c.birth_date is null then null else c.age_group_id end,
         income_band_id = case when customers_expire.field_class = 'demographic' then null else c.income_band_id end,
         education_id = case when customers_expire.field_class = 'demographic' then null else c.education_id end,
         social_group_id = case when customers_expire.field_class = 'demographic' then null else c.social_group_id end,
         region_id = case when customers_expire.field_class = 'place' then null else c.region_id end,
         address = case when customers_expire.field_class = 'place' then null else c.address end,
         changed_at = customers_expire.at
   where c.organisation_id = rida_organisation() and c.id = any(expired);
  delete from customer_field_values v using customer_fields f
   where v.organisation_id = rida_organisation() and v.customer_id = any(expired)
     and f.organisation_id = v.organisation_id and f.id = v.field_id and f.field_class = customers_expire.field_class;
  if customers_expire.field_class = 'contact' then
    update contact_points p set value = 'erased:' || p.id, removed_at = coalesce(p.removed_at, customers_expire.at)
     where p.organisation_id = rida_organisation() and p.customer_id = any(expired);
  end if;
end $$;
revoke execute on function customers_expire from public;
grant execute on function customers_expire to rida_system;
