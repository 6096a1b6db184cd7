-- Which case runs under which regime: letters name its recourse, and erasure keeps to its retention.
create view case_regimes with (security_invoker = true) as
  select c.organisation_id, c.case_id, v.regime_id
    from clocked_cases c
    join service_policy_versions v on v.organisation_id = c.organisation_id and v.policy_id = c.policy_id and v.version = c.policy_version
   where v.regime_id is not null;
grant select on case_regimes to rida_staff, rida_customer, rida_system;
