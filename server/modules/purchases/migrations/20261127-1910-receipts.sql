-- Sales of a file: what tells two of them apart, and what a customer was before the sale.

alter table purchases
  -- The number of the receipt, where a file names it: two sales of one product to one buyer on one day are two receipts.
  add column receipt text,
  -- The stage of the customer until this purchase made it a current one; null: it was one already.
  add column stage_before text check (stage_before in ('prospective', 'current', 'lapsed'));
grant select (receipt) on purchases to rida_dealer;

-- A buyer who left no phone is found again by the name.
create index dealer_buyers_without_phone on dealer_buyers (organisation_id, dealer_id, search_name) where phone is null;
