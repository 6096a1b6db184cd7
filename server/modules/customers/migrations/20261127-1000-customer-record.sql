-- The customer's record: stage, personal data, demography, place, who is responsible, relations, fields of the organisation's own.

-- Where customers live: country → province (governorate, emirate, region) → city.
create table regions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  parent_id uuid,
  level text not null check (level in ('country', 'province', 'city')),
  -- ISO 3166-1 for countries, 3166-2 for provinces; what another system calls a city.
  code text,
  name jsonb not null,
  active boolean not null default true,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references regions,
  check ((level = 'country') = (parent_id is null))
);
create unique index regions_by_code on regions (organisation_id, level, code) where code is not null;
create index regions_below on regions (organisation_id, parent_id);
call rida_protect('regions', 'select, insert, update', 'select', 'select, insert, update');

-- What a demographic field may say; the organisation names its own.
create table customer_choices (
  organisation_id uuid not null references organisations,
  id uuid not null,
  list text not null check (list in ('age-group', 'income-band', 'education', 'social-group')),
  name jsonb not null,
  sort_order integer not null,
  active boolean not null default true,
  -- Age groups only: whole years, the last one excluded; null is open at the end.
  from_age integer,
  until_age integer,
  primary key (organisation_id, id),
  check (list = 'age-group' or (from_age is null and until_age is null)),
  check (until_age is null or until_age > coalesce(from_age, 0))
);
create index customer_choices_of_list on customer_choices (organisation_id, list, sort_order);
call rida_protect('customer_choices', 'select, insert, update', 'select', 'select, insert, update');

alter table customers
  add stage text not null default 'current' check (stage in ('prospective', 'current', 'lapsed')),
  add gender text check (gender in ('female', 'male')),
  add birth_date date,
  -- National id of a person, registration number of a company; Latin digits.
  add national_id text,
  -- Follows the birth date where that is known.
  add age_group_id uuid,
  add income_band_id uuid,
  add education_id uuid,
  add social_group_id uuid,
  add region_id uuid,
  add address text,
  -- Who in the organisation looks after the customer; rights by row ask for them.
  add responsible_id uuid,
  add responsible_unit_id uuid,
  -- Set while this record counts as the same customer as another one; always names a record that is not merged itself.
  add merged_into_id uuid check (merged_into_id <> id),
  add changed_at timestamptz,
  add foreign key (organisation_id, age_group_id) references customer_choices,
  add foreign key (organisation_id, income_band_id) references customer_choices,
  add foreign key (organisation_id, education_id) references customer_choices,
  add foreign key (organisation_id, social_group_id) references customer_choices,
  add foreign key (organisation_id, region_id) references regions,
  add foreign key (organisation_id, responsible_id) references people,
  add foreign key (organisation_id, responsible_unit_id) references units,
  add foreign key (organisation_id, merged_into_id) references customers;
create unique index customers_by_national_id on customers (organisation_id, national_id) where national_id is not null and merged_into_id is null;
create index customers_merged on customers (organisation_id, merged_into_id) where merged_into_id is not null;

-- Directed: from works at to, from is family of to, from is agent of to, from is branch of to.
create table customer_relations (
  organisation_id uuid not null references organisations,
  id uuid not null,
  kind text not null check (kind in ('works-at', 'family-of', 'agent-of', 'branch-of')),
  from_customer_id uuid not null,
  to_customer_id uuid not null check (to_customer_id <> from_customer_id),
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, from_customer_id) references customers,
  foreign key (organisation_id, to_customer_id) references customers
);
create unique index customer_relations_in_force on customer_relations (organisation_id, from_customer_id, to_customer_id, kind) where ended_at is null;
create index customer_relations_to on customer_relations (organisation_id, to_customer_id);
call rida_protect('customer_relations', 'select, insert, update', '', 'select, insert, update');

-- Fields that the administrator defines. The class says who may see it and how long it is kept.
create table customer_fields (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- How imports and the API name it: a-z, digits, dashes.
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  name jsonb not null,
  type text not null check (type in ('text', 'number', 'date', 'yes-no', 'choice')),
  -- Of a choice: [{"key": "gold", "name": {"ar": …}}, …]
  choices jsonb not null default '[]',
  field_class text not null check (field_class in ('identity', 'demographic', 'place', 'other')),
  customer_kind text check (customer_kind in ('person', 'company')),
  required boolean not null default false,
  sort_order integer not null,
  active boolean not null default true,
  primary key (organisation_id, id),
  unique (organisation_id, key)
);
call rida_protect('customer_fields', 'select, insert, update', 'select', 'select, insert, update');

-- One row a filled field; which column holds it depends on the type (yes-no: 0 or 1; choice: its key), so that each has an index.
create table customer_field_values (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  field_id uuid not null,
  text_value text,
  number_value double precision,
  date_value date,
  primary key (organisation_id, customer_id, field_id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, field_id) references customer_fields,
  check (num_nonnulls(text_value, number_value, date_value) = 1)
);
create index customer_field_values_by_text on customer_field_values (organisation_id, field_id, text_value) where text_value is not null;
create index customer_field_values_by_number on customer_field_values (organisation_id, field_id, number_value) where number_value is not null;
create index customer_field_values_by_date on customer_field_values (organisation_id, field_id, date_value) where date_value is not null;
call rida_protect('customer_field_values', 'select, insert, update, delete', '', 'select, insert, update, delete');
