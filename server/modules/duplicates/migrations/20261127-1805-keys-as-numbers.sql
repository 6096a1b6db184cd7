-- Blocking keys as numbers of 64 bits, known to the record that has them: an import writes ten of them a customer, and nine
-- tenths of what each took was its text, a second index and two foreign keys. Two texts that share a number only make a pair that
-- its score refuses.
alter table duplicate_keys drop constraint duplicate_keys_organisation_id_fkey;
alter table duplicate_keys drop constraint duplicate_keys_organisation_id_customer_id_fkey;
alter table duplicate_keys alter column key type bigint
  using ('x' || left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 16))::bit(64)::bigint;
alter table duplicate_records add keys bigint[] not null default '{}';
update duplicate_records r set keys = array(
  select k.key from duplicate_keys k where k.organisation_id = r.organisation_id and k.customer_id = r.customer_id);
alter table duplicate_records alter keys drop default;
drop index duplicate_keys_of_customer;
-- Who came in bulk and is compared when no import runs.
alter table duplicate_records add pending boolean not null default false;
create index duplicate_records_pending on duplicate_records (organisation_id, customer_id) where pending;

create or replace function duplicates_erase(records uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update duplicate_words w set customers = greatest(0, w.customers - gone.customers)
    from (select form, word, count(*)::integer as customers
            from duplicate_records r cross join lateral (
              select 'all' as form, '' as word union all select 'spelled', unnest(r.spelled) union all select 'code', unnest(r.codes)) said
           where r.organisation_id = rida_organisation() and r.customer_id = any(records) group by form, word) gone
   where w.organisation_id = rida_organisation() and w.form = gone.form and w.word = gone.word;
  -- A word that nobody has any more would still be a name.
  delete from duplicate_words where organisation_id = rida_organisation() and form <> 'all' and customers = 0;
  delete from duplicate_keys k using duplicate_records r
   where r.organisation_id = rida_organisation() and r.customer_id = any(records)
     and k.organisation_id = r.organisation_id and k.key = any(r.keys) and k.customer_id = r.customer_id;
  delete from duplicate_records where organisation_id = rida_organisation() and customer_id = any(records);
  delete from duplicate_pairs where organisation_id = rida_organisation() and (one_id = any(records) or other_id = any(records));
  update merges set written = '{}', previous = '{}'
   where organisation_id = rida_organisation() and (survivor_id = any(records) or merged_id = any(records));
end $$;
