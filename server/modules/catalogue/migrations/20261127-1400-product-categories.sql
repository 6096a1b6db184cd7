-- Product categories: a tree that products stand in, and a code of its own for each product.

create table product_categories (
  organisation_id uuid not null references organisations,
  id uuid not null,
  parent_id uuid,
  name jsonb not null,
  active boolean not null default true,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references product_categories,
  check (parent_id <> id)
);
call rida_protect('product_categories', 'select, insert, update', '', 'select, insert, update');

alter table products
  add category_id uuid,
  -- The organisation's own code of it, as files of dealers name it.
  add code text,
  add foreign key (organisation_id, category_id) references product_categories;
create unique index products_by_code on products (organisation_id, lower(code)) where code is not null;

-- What purchases and their statistics join. The path begins at the top: the tree is as deep as the organisation likes.
create view product_category_paths with (security_invoker = true) as
  with recursive below as (
    select organisation_id, id, name, active, array[id] as path from product_categories where parent_id is null
    union all
    select c.organisation_id, c.id, c.name, c.active, b.path || c.id
      from below b join product_categories c on c.organisation_id = b.organisation_id and c.parent_id = b.id
  )
  select organisation_id, id, name, active, path from below;
create view product_briefs with (security_invoker = true) as
  select organisation_id, id, kind, name, code, category_id, active from products;
grant select on product_category_paths, product_briefs to rida_staff, rida_system;
