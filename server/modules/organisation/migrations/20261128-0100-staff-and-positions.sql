-- What other modules may join to know whom something concerns: active staff with their roles, and who holds which position.
create view staff_briefs with (security_invoker = true) as
  select organisation_id, id, name, roles from people where active and dealer_id is null;
create view position_briefs with (security_invoker = true) as
  select organisation_id, id, unit_id, title, is_head, person_id from positions;
grant select on staff_briefs, position_briefs to rida_staff, rida_system;
