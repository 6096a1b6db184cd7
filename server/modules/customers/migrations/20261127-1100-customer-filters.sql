-- What the list of customers is filtered by, and the mark of an erased record.

-- Set when personal data were erased at the customer's wish; the row stays, so that counts stay true.
alter table customers add erased_at timestamptz;

-- Each filter in the order of the list, newest first. Partial where most rows say nothing.
create index customers_by_stage on customers (organisation_id, stage, registered_at desc, id desc) where merged_into_id is null;
create index customers_by_region on customers (organisation_id, region_id, registered_at desc, id desc) where region_id is not null;
create index customers_by_responsible on customers (organisation_id, responsible_id, registered_at desc, id desc) where responsible_id is not null;
create index customers_by_responsible_unit on customers (organisation_id, responsible_unit_id, registered_at desc, id desc) where responsible_unit_id is not null;
create index customers_by_age_group on customers (organisation_id, age_group_id, registered_at desc, id desc) where age_group_id is not null;
create index customers_by_income_band on customers (organisation_id, income_band_id, registered_at desc, id desc) where income_band_id is not null;
create index customers_by_education on customers (organisation_id, education_id, registered_at desc, id desc) where education_id is not null;
create index customers_by_social_group on customers (organisation_id, social_group_id, registered_at desc, id desc) where social_group_id is not null;
-- Companies are the few.
create index customers_companies on customers (organisation_id, registered_at desc, id desc) where kind = 'company' and merged_into_id is null;
create index customer_relations_from on customer_relations (organisation_id, from_customer_id);
