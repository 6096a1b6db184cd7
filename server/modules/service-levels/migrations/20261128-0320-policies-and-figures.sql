-- Versions of policies that nobody can change, and what figures of promises are counted by.
-- A version stays as it was: cases refer to it, and what was promised has to be told years later.
create function policy_version_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a version of a policy stays as it was' using errcode = 'check_violation', constraint = 'policy_versions_stay';
end $$;
create trigger stays before update or delete on service_policy_versions for each row execute function policy_version_stays();

-- What a rule costs is asked of the newest cases.
create index clocked_cases_by_registration on clocked_cases (organisation_id, registered_at desc, case_id);

-- Figures count what ended from this index alone, without the derivations beside it, and reckon what is open. Together they hold all
-- that clocks_by_start held.
create index clocks_ended_to_count on clocks (organisation_id, started_at)
  include (target, state, goal_ms, counted_ms, paused_ms, policy_id, unit_id, segment_id, channel, kind, ended_at) where ended_at is not null;
create index clocks_open_by_start on clocks (organisation_id, started_at) where ended_at is null;
drop index clocks_by_start;
