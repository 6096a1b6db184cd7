-- Customers: people and companies, how to reach them, what they consented to.

-- Groups of the customer tree, from the smallest to the largest; figures compare them.
create table customer_groups (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name jsonb not null,
  -- 0 is the smallest customer.
  size_rank integer not null,
  primary key (organisation_id, id)
);
call rida_protect('customer_groups', 'select, insert, update', 'select', 'select, insert, update');

create table customers (
  organisation_id uuid not null references organisations,
  id uuid not null,
  kind text not null check (kind in ('person', 'company')),
  name text not null,
  -- Normalised name, for search by trigram.
  search_name text not null generated always as (rida_normalise(name)) stored,
  language text not null check (language in ('ar', 'fa', 'en')),
  preferred_channel text check (preferred_channel in ('email', 'phone')),
  external_id text,
  group_id uuid,
  registered_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, group_id) references customer_groups
);
create unique index customers_by_external_id on customers (organisation_id, external_id) where external_id is not null;
create index customers_by_name on customers using gin (search_name gin_trgm_ops);
create index customers_newest on customers (organisation_id, registered_at desc, id desc);
call rida_protect('customers', 'select, insert, update', 'select, insert', 'select, insert, update');

create table contact_points (
  organisation_id uuid not null references organisations,
  id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('email', 'phone')),
  -- E.164, or the address in lower case.
  value text not null,
  verified_at timestamptz,
  removed_at timestamptz,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, id, customer_id),
  -- Looked at when the transaction commits: a new customer's addresses are written first, because whoever gets the address is the customer.
  foreign key (organisation_id, customer_id) references customers deferrable initially deferred
);
-- One address belongs to one customer; a family's shared phone is entered at one of them until relations exist.
create unique index contact_points_by_value on contact_points (organisation_id, channel, value) where removed_at is null;
create index contact_points_of_customer on contact_points (organisation_id, customer_id);
-- Phones are asked for by their last digits, e-mails by their beginning.
create index contact_points_by_end on contact_points (organisation_id, reverse(value) text_pattern_ops) where channel = 'phone' and removed_at is null;
create index contact_points_by_start on contact_points (organisation_id, value text_pattern_ops) where channel = 'email' and removed_at is null;
call rida_protect('contact_points', 'select, insert, update', 'select, insert, update', 'select, insert, update');

-- Rows, not flags: the last row of a purpose and channel is in force.
create table consents (
  organisation_id uuid not null references organisations,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null check (purpose in ('service-messages', 'surveys', 'marketing')),
  channel text not null check (channel in ('email', 'phone')),
  given boolean not null,
  source text not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customers
);
create index consents_of_customer on consents (organisation_id, customer_id, at desc);
call rida_protect('consents', 'select, insert', 'select, insert', 'select, insert');

-- Candidates of a search, each with a score: the higher the better. Runs as the owner of the tables, because behind row-level
-- security PostgreSQL uses an index only for operators that cannot leak (`=`, `<`), and those of trigrams are not among them;
-- so it asks for the organisation itself. What is null is not searched.
create function customers_matching(name text, name_pattern text, name_pattern_2 text, phone_end_reversed text, email_start text, external_id text, candidates integer)
returns table (customer_id uuid, score integer) language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  last_character constant text := chr(1114111);
  enough constant integer := 20;
  contained integer;
begin
  return query select c.id, 5000 from customers c where c.organisation_id = rida_organisation() and c.external_id = customers_matching.external_id;
  if phone_end_reversed is not null then
    return query select p.customer_id, 4000 from contact_points p
      where p.organisation_id = rida_organisation() and p.channel = 'phone' and p.removed_at is null
        and reverse(p.value) ~>=~ phone_end_reversed and reverse(p.value) ~<~ (phone_end_reversed || last_character)
      limit candidates;
  end if;
  if email_start is not null then
    return query select p.customer_id, case when p.value = email_start then 5000 else 4000 end from contact_points p
      where p.organisation_id = rida_organisation() and p.channel = 'email' and p.removed_at is null
        and p.value ~>=~ email_start and p.value ~<~ (email_start || last_character)
      limit candidates;
  end if;
  if name_pattern is not null then
    return query select m.id, 1000 + round(1000 * similarity(customers_matching.name, m.search_name))::integer
      from (select c.id, c.search_name from customers c
             where c.organisation_id = rida_organisation() and (c.search_name like name_pattern or c.search_name like name_pattern_2)
             limit candidates) m;
    get diagnostics contained = row_count;
    -- Other spellings and another order of the words, only when the words as typed are in few names.
    if contained < enough then
      -- One wrong letter in a name of five leaves half of its trigrams.
      perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
      return query select m.id, round(1000 * word_similarity(customers_matching.name, m.search_name))::integer
        from (select c.id, c.search_name from customers c
               where c.organisation_id = rida_organisation() and c.search_name %> customers_matching.name
               limit candidates) m;
    end if;
  end if;
end $$;
revoke execute on function customers_matching from public;
grant execute on function customers_matching to rida_staff, rida_system;

create view customer_briefs with (security_invoker = true) as
  select c.organisation_id, c.id, c.kind, c.name, c.search_name, c.language, c.group_id, g.name as group_name, g.size_rank as group_rank
    from customers c left join customer_groups g on g.organisation_id = c.organisation_id and g.id = c.group_id;
create view contact_point_briefs with (security_invoker = true) as
  select organisation_id, id, customer_id, channel, value, verified_at from contact_points where removed_at is null;
grant select on customer_briefs, contact_point_briefs to rida_staff, rida_customer, rida_system;
