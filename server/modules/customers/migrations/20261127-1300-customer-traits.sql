-- What rules and statistics of customers ask for: codes and places, never a name, an address or an identity.

-- A merged record counts as the surviving one, so it is not among them.
create view customer_traits with (security_invoker = true) as
  select organisation_id, id, kind, stage, gender, birth_date, age_group_id, income_band_id, education_id, social_group_id, region_id, responsible_unit_id, registered_at
    from customers where merged_into_id is null;
create view customer_field_traits with (security_invoker = true) as
  select organisation_id, customer_id, field_id, text_value, number_value, date_value from customer_field_values;
create view customer_choice_briefs with (security_invoker = true) as
  select organisation_id, id, list, name, sort_order, active, from_age, until_age from customer_choices;
create view customer_field_briefs with (security_invoker = true) as
  select organisation_id, id, key, name, type, choices, sort_order, active from customer_fields;
create view region_briefs with (security_invoker = true) as
  select organisation_id, id, parent_id, level, code, name, active from regions;
-- Which record counts as which other one.
create view merged_customers with (security_invoker = true) as
  select organisation_id, id, merged_into_id from customers where merged_into_id is not null;
grant select on customer_traits, customer_field_traits, customer_choice_briefs, customer_field_briefs, region_briefs, merged_customers to rida_staff, rida_system;
