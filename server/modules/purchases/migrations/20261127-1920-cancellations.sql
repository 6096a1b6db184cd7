-- Cancellations: a purchase that was entered wrongly is taken back by a row of its own. The purchase stays and counts no more.

create table purchase_cancellations (
  organisation_id uuid not null references organisations,
  purchase_id uuid not null,
  -- That of the purchase: the wall of dealers stands on it.
  dealer_id uuid,
  reason text,
  cancelled_by_kind text not null check (cancelled_by_kind in ('staff', 'dealer')),
  cancelled_by uuid not null,
  cancelled_at timestamptz not null,
  primary key (organisation_id, purchase_id),
  foreign key (organisation_id, purchase_id) references purchases,
  foreign key (organisation_id, dealer_id) references dealers,
  check (cancelled_by_kind <> 'staff' or reason is not null),
  check (cancelled_by_kind <> 'dealer' or dealer_id is not null)
);
call rida_protect('purchase_cancellations', 'select, insert', '', 'select, insert');

create policy of_dealer on purchase_cancellations for select to rida_dealer
  using (organisation_id = rida_organisation() and dealer_id = rida_dealer());
-- Purchases of others are not there for a dealer, so it cannot take one back.
create policy by_dealer on purchase_cancellations for insert to rida_dealer
  with check (organisation_id = rida_organisation() and dealer_id = rida_dealer() and cancelled_by_kind = 'dealer'
    and exists (select from purchases p where p.organisation_id = purchase_cancellations.organisation_id and p.id = purchase_cancellations.purchase_id));
-- Who in the organisation took a sale back, and in which words, is not a dealer's to read.
grant select (organisation_id, purchase_id, dealer_id, cancelled_by_kind, cancelled_at), insert on purchase_cancellations to rida_dealer;

-- Words of cancellations and numbers of receipts go with the rest.
create or replace function purchases_erase(records uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update dealer_buyers set name = '—', phone = null, gender = null, age_group_id = null, region_id = null
   where organisation_id = rida_organisation() and customer_id = any(records);
  update purchases set place = null, receipt = null where organisation_id = rida_organisation() and customer_id = any(records);
  update purchase_cancellations c set reason = '—' from purchases p
   where c.organisation_id = rida_organisation() and p.organisation_id = c.organisation_id and p.id = c.purchase_id
     and p.customer_id = any(records) and c.reason is not null;
$$;

-- What counts: in statistics, in rules, and when the same purchase is entered once more.
create view counted_purchases with (security_invoker = true) as
  select p.organisation_id, p.id, p.customer_id, p.product_id, p.dealer_id, p.bought_on from purchases p
   where not exists (select from purchase_cancellations x where x.organisation_id = p.organisation_id and x.purchase_id = p.id);
grant select on counted_purchases to rida_staff, rida_system;
