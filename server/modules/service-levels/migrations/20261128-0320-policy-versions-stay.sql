-- A version of a policy stays as it was: cases refer to it, and what was promised has to be told years later.
create function policy_version_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a version of a policy stays as it was' using errcode = 'check_violation', constraint = 'policy_versions_stay';
end $$;
create trigger stays before update or delete on service_policy_versions for each row execute function policy_version_stays();

-- What a rule costs is asked of the newest cases.
create index clocked_cases_by_registration on clocked_cases (organisation_id, registered_at desc, case_id);
