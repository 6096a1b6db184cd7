-- Keeps the days on which a customer bought in step with the purchases, whoever writes them.

create function purchases_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform customers_bought(organisation_id, customer_id, days)
     from (select organisation_id, customer_id, range_agg(daterange(bought_on, bought_on, '[]')) as days from added
            group by organisation_id, customer_id order by organisation_id, customer_id) a;
  return null;
end $$;
create trigger bought after insert on purchases referencing new table as added for each statement execute function purchases_added();

-- The day may have another purchase that counts: they are counted anew, under a hold, with what others have committed by then.
create function purchases_cancelled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cancelled record;
begin
  for cancelled in
    select distinct p.organisation_id, p.customer_id from added x
      join purchases p on p.organisation_id = x.organisation_id and p.id = x.purchase_id order by 1, 2
  loop
    perform customers_recount_begin(cancelled.organisation_id, cancelled.customer_id);
    perform customers_recounted(cancelled.organisation_id, cancelled.customer_id, (
      select coalesce(range_agg(daterange(p.bought_on, p.bought_on, '[]')), '{}') from purchases p
       where p.organisation_id = cancelled.organisation_id and p.customer_id = cancelled.customer_id
         and not exists (select from purchase_cancellations x where x.organisation_id = p.organisation_id and x.purchase_id = p.id)));
  end loop;
  return null;
end $$;
create trigger bought after insert on purchase_cancellations referencing new table as added for each statement execute function purchases_cancelled();

-- Purchases that are there already: none of them was cancelled before.
select customers_bought(organisation_id, customer_id, range_agg(daterange(bought_on, bought_on, '[]'))) from purchases group by organisation_id, customer_id;

-- Statistics by category read nothing else of a purchase; its id says whether it was cancelled.
create index purchases_of_days on purchases (organisation_id, bought_on) include (customer_id, product_id, id);
drop index purchases_by_day;
