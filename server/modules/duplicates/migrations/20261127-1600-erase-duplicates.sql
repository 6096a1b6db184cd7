-- Erasure of what is kept to recognise a customer by: pieces of the name, keys of addresses, and the values that a merge wrote over.
-- Runs as the owner of the tables; counts of words follow, pairs go, merges keep who, when and which records.
create function duplicates_erase(records uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update duplicate_words w set customers = greatest(0, w.customers - gone.customers)
    from (select form, word, count(*)::integer as customers
            from duplicate_records r cross join lateral (
              select 'all' as form, '' as word union all select 'spelled', unnest(r.spelled) union all select 'code', unnest(r.codes)) said
           where r.organisation_id = rida_organisation() and r.customer_id = any(records) group by form, word) gone
   where w.organisation_id = rida_organisation() and w.form = gone.form and w.word = gone.word;
  -- A word that nobody has any more would still be a name.
  delete from duplicate_words where organisation_id = rida_organisation() and form <> 'all' and customers = 0;
  delete from duplicate_keys where organisation_id = rida_organisation() and customer_id = any(records);
  delete from duplicate_records where organisation_id = rida_organisation() and customer_id = any(records);
  delete from duplicate_pairs where organisation_id = rida_organisation() and (one_id = any(records) or other_id = any(records));
  update merges set written = '{}', previous = '{}'
   where organisation_id = rida_organisation() and (survivor_id = any(records) or merged_id = any(records));
end $$;
revoke execute on function duplicates_erase from public;
grant execute on function duplicates_erase to rida_staff, rida_system;
