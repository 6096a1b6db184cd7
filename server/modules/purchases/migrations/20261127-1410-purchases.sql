-- Purchases: dealers, the buyers whom they entered, and what was bought. What a dealer may see is decided here, not in code.

do $$ begin
  begin
    create role rida_dealer nologin;
  exception when duplicate_object or unique_violation then null; -- roles belong to the whole server
  end;
  begin
    grant rida_dealer to current_user;
  exception when others then
    if not pg_has_role(current_user, 'rida_dealer', 'member') then raise; end if;
  end;
end $$;

-- The dealer of the current transaction. After a transaction the setting is '', which must mean "none".
create function rida_dealer() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.dealer', true), '')::uuid;

create table dealers (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  search_name text not null generated always as (rida_normalise(name)) stored,
  region_id uuid,
  contact_name text,
  phone text,
  email text,
  active boolean not null default true,
  registered_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, region_id) references regions
);
create index dealers_by_name on dealers (organisation_id, name, id);
call rida_protect('dealers', 'select, insert, update', '', 'select, insert, update');

-- An outsider: works for a dealer, holds no role of the organisation.
alter table people
  add dealer_id uuid,
  add foreign key (organisation_id, dealer_id) references dealers,
  add constraint people_outsiders check (dealer_id is null or roles = '{}');
create index people_of_dealer on people (organisation_id, dealer_id) where dealer_id is not null;

-- A buyer as one dealer entered it. The dealer sees these words and never the customer behind them, whom others may know better.
create table dealer_buyers (
  organisation_id uuid not null references organisations,
  id uuid not null,
  dealer_id uuid not null,
  customer_id uuid not null,
  -- Whether this entry made the customer. Only then do the dealer's words about consent count as the customer's.
  made_customer boolean not null,
  kind text not null check (kind in ('person', 'company')),
  name text not null,
  search_name text not null generated always as (rida_normalise(name)) stored,
  phone text,
  gender text check (gender in ('female', 'male')),
  age_group_id uuid,
  region_id uuid,
  -- What the buyer said at the sale; null: was not asked.
  service_messages boolean,
  surveys boolean,
  marketing boolean,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, id, dealer_id, customer_id),
  foreign key (organisation_id, dealer_id) references dealers,
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, age_group_id) references customer_choices,
  foreign key (organisation_id, region_id) references regions,
  foreign key (organisation_id, entered_by) references people
);
create unique index dealer_buyers_by_phone on dealer_buyers (organisation_id, dealer_id, phone) where phone is not null;
create index dealer_buyers_newest on dealer_buyers (organisation_id, dealer_id, entered_at desc, id desc);
create index dealer_buyers_of_customer on dealer_buyers (organisation_id, customer_id);
call rida_protect('dealer_buyers', 'select', '', 'select, insert, update');

create table purchases (
  organisation_id uuid not null references organisations,
  id uuid not null,
  customer_id uuid not null,
  product_id uuid not null,
  -- Null: the organisation itself sold it.
  dealer_id uuid,
  buyer_id uuid,
  place text,
  -- A day of the organisation's time zone.
  bought_on date not null,
  recorded_by_kind text not null check (recorded_by_kind in ('staff', 'dealer', 'system', 'api-key')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, product_id) references products,
  foreign key (organisation_id, dealer_id) references dealers,
  foreign key (organisation_id, buyer_id, dealer_id, customer_id) references dealer_buyers (organisation_id, id, dealer_id, customer_id),
  check (recorded_by_kind <> 'dealer' or buyer_id is not null),
  check (buyer_id is null or dealer_id is not null)
);
create index purchases_of_customer on purchases (organisation_id, customer_id, bought_on desc, id desc);
create index purchases_of_dealer on purchases (organisation_id, dealer_id, id desc) where dealer_id is not null;
create index purchases_of_buyer on purchases (organisation_id, buyer_id, bought_on) where buyer_id is not null;
-- Statistics read nothing else of a purchase.
create index purchases_by_day on purchases (organisation_id, bought_on) include (customer_id, product_id);
call rida_protect('purchases', 'select, insert', '', 'select, insert');

alter table events drop constraint events_actor_kind_check;
alter table events add constraint events_actor_kind_check check (actor_kind in ('staff', 'customer', 'system', 'api-key', 'dealer'));

-- What a dealer may see and do. Whatever is not named here is closed to it.
create policy of_dealer on organisations for select to rida_dealer using (organisation_id = rida_organisation() and rida_dealer() is not null);
grant select on organisations to rida_dealer;

create policy of_dealer on dealers for select to rida_dealer using (organisation_id = rida_organisation() and id = rida_dealer());
grant select on dealers to rida_dealer;

create policy of_dealer on people to rida_dealer
  using (organisation_id = rida_organisation() and dealer_id = rida_dealer())
  with check (organisation_id = rida_organisation() and dealer_id = rida_dealer());
grant select (organisation_id, id, dealer_id, name, email, language, active), update (name, language) on people to rida_dealer;

-- To choose from: no word of a customer is in them.
create policy of_dealer on regions for select to rida_dealer using (organisation_id = rida_organisation() and rida_dealer() is not null);
create policy of_dealer on customer_choices for select to rida_dealer using (organisation_id = rida_organisation() and rida_dealer() is not null);
create policy of_dealer on products for select to rida_dealer using (organisation_id = rida_organisation() and rida_dealer() is not null);
create policy of_dealer on product_categories for select to rida_dealer using (organisation_id = rida_organisation() and rida_dealer() is not null);
grant select on regions, customer_choices, products, product_categories to rida_dealer;
grant select on region_briefs, customer_choice_briefs, product_briefs, product_category_paths to rida_dealer;

create policy of_dealer on dealer_buyers to rida_dealer
  using (organisation_id = rida_organisation() and dealer_id = rida_dealer())
  with check (organisation_id = rida_organisation() and dealer_id = rida_dealer());
-- Neither who the customer is, nor whether somebody else had entered it before.
grant select (organisation_id, id, dealer_id, kind, name, search_name, phone, gender, age_group_id, region_id, service_messages, surveys, marketing, entered_by, entered_at)
  on dealer_buyers to rida_dealer;
grant insert, update (name, gender, age_group_id, region_id, service_messages, surveys, marketing) on dealer_buyers to rida_dealer;

create policy of_dealer on purchases to rida_dealer
  using (organisation_id = rida_organisation() and dealer_id = rida_dealer() and buyer_id is not null)
  with check (organisation_id = rida_organisation() and dealer_id = rida_dealer() and buyer_id is not null);
grant select (organisation_id, id, product_id, dealer_id, buyer_id, place, bought_on, recorded_by_kind, recorded_by, recorded_at), insert on purchases to rida_dealer;

-- The keys of a dealer's requests begin with its id (see http/request.ts).
create policy of_dealer on idempotency_keys to rida_dealer
  using (organisation_id = rida_organisation() and starts_with(key, 'dealer:' || rida_dealer()::text || ':'))
  with check (organisation_id = rida_organisation() and starts_with(key, 'dealer:' || rida_dealer()::text || ':'));
grant select, insert on idempotency_keys to rida_dealer;
