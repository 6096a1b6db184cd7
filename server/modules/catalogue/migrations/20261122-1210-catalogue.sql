-- Catalogue: products and services, and the categories that cases are filed under.

create table products (
  organisation_id uuid not null references organisations,
  id uuid not null,
  kind text not null check (kind in ('product', 'service')),
  name jsonb not null,
  active boolean not null default true,
  primary key (organisation_id, id)
);
call rida_protect('products', 'select, insert, update', 'select', 'select, insert, update');

create table categories (
  organisation_id uuid not null references organisations,
  id uuid not null,
  parent_id uuid,
  name jsonb not null,
  -- Empty means any kind.
  kinds text[] not null default '{}' check (kinds <@ array['request', 'inquiry', 'complaint', 'suggestion', 'remark']),
  unit_id uuid,
  product_id uuid,
  in_portal boolean not null default true,
  active boolean not null default true,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references categories,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, product_id) references products,
  check (parent_id <> id)
);
call rida_protect('categories', 'select, insert, update', 'select', 'select, insert, update');

create view category_briefs with (security_invoker = true) as select organisation_id, id, name from categories;
grant select on category_briefs to rida_staff, rida_customer, rida_system;
