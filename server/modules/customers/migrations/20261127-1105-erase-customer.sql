-- Erasure of one customer, and of values that were kept long enough. Runs as the owner of the tables: no role of the application may
-- change a consent or empty an address. Ids, kinds, times and what many share (gender, age group, …) stay, so that counts stay true.
create function customers_erase(records uuid[], at timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update contact_points set value = 'erased:' || id, removed_at = coalesce(removed_at, at)
   where organisation_id = rida_organisation() and customer_id = any(records);
  update consents set source = '—' where organisation_id = rida_organisation() and customer_id = any(records);
  delete from customer_field_values v using customer_fields f
   where v.organisation_id = rida_organisation() and v.customer_id = any(records)
     and f.organisation_id = v.organisation_id and f.id = v.field_id and not (f.field_class = 'demographic' and f.type in ('choice', 'yes-no'));
  update customer_relations set ended_at = coalesce(ended_at, at)
   where organisation_id = rida_organisation() and (from_customer_id = any(records) or to_customer_id = any(records));
  -- Of the place the province stays: a city of few people could give one away.
  update customers c set name = '—', external_id = null, national_id = null, birth_date = null, address = null, preferred_channel = null,
         responsible_id = null, erased_at = at, changed_at = at,
         region_id = case when r.level = 'city' then r.parent_id else c.region_id end
    from customers s left join regions r on r.organisation_id = s.organisation_id and r.id = s.region_id
   where c.organisation_id = rida_organisation() and c.id = any(records) and s.organisation_id = c.organisation_id and s.id = c.id;
end $$;
revoke execute on function customers_erase from public;
grant execute on function customers_erase to rida_staff, rida_system;

-- Values of one class, of customers from whom nothing was heard since `heard_before`; answers with the customers who had any.
-- With `counting` nothing is changed.
create function customers_expire(field_class text, heard_before timestamptz, at timestamptz, most integer, counting boolean)
returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare expired uuid[];
begin
  select array_agg(found.id) into expired from (
    select c.id from customers c
     where c.organisation_id = rida_organisation() and c.registered_at < heard_before and c.erased_at is null
       and (case customers_expire.field_class
              when 'identity' then num_nonnulls(c.external_id, c.national_id, c.birth_date) > 0
              when 'demographic' then num_nonnulls(c.gender, case when c.birth_date is null then c.age_group_id end, c.income_band_id, c.education_id, c.social_group_id) > 0
              when 'place' then num_nonnulls(c.region_id, c.address) > 0
              when 'contact' then exists (select from contact_points p where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.value not like 'erased:%')
              else false end
            or exists (select from customer_field_values v join customer_fields f on f.organisation_id = v.organisation_id and f.id = v.field_id
                        where v.organisation_id = c.organisation_id and v.customer_id = c.id and f.field_class = customers_expire.field_class))
       and not exists (select from events e where e.organisation_id = c.organisation_id and e.customer_id = c.id and e.at >= heard_before and e.actor_kind <> 'system')
     limit most) found;
  if not counting then
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
  end if;
  return query select unnest(expired);
end $$;
revoke execute on function customers_expire from public;
grant execute on function customers_expire to rida_staff, rida_system;
