-- Working calendars: what is open when, as one document each, with a version that rises with its changes. Every organisation has a default one.

create table working_calendars (
  organisation_id uuid not null references organisations,
  id uuid not null,
  version integer not null check (version > 0),
  name jsonb not null,
  time_zone text not null,
  -- Seven lists of spans, Sunday first: [[{"from": 480, "until": 960}], …].
  week jsonb not null,
  -- Holidays and periods with other hours, by rules in one of three calendars, with what was declared of single years.
  exceptions jsonb not null,
  -- Closed once: [{"id": "…", "name": {…}, "from": "2026-11-27T13:00", "until": "…"}].
  closures jsonb not null,
  is_default boolean not null,
  changed_at timestamptz not null,
  -- Nobody: as it was from the beginning.
  changed_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, changed_by) references people
);
create unique index working_calendars_default on working_calendars (organisation_id) where is_default;
call rida_protect('working_calendars', 'select, insert, update, delete', '', 'select, insert, update');

-- An organisation has its default calendar from its first moment: eight to four on the days that are no weekend. Whoever asks when
-- something is due never finds none. Ids of other rows are made by the application; this one has nobody to make it.
create function begin_working_calendar(of_organisation organisations) returns void language sql set search_path = public, pg_temp as $$
  insert into working_calendars (organisation_id, id, version, name, time_zone, week, exceptions, closures, is_default, changed_at)
  select of_organisation.organisation_id, gen_random_uuid(), 1, '{"ar": "أوقات العمل", "fa": "ساعت کاری", "en": "Working hours"}', of_organisation.time_zone,
         (select jsonb_agg(case when day = any(of_organisation.weekend) then '[]' else '[{"from": 480, "until": 960}]'::jsonb end order by day)
            from generate_series(0, 6) as day),
         '[]', '[]', true, of_organisation.created_at
$$;
create function organisation_begins() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform begin_working_calendar(new);
  return null;
end $$;
create trigger begin_working_calendar after insert on organisations for each row execute function organisation_begins();

-- Organisations of before.
select begin_working_calendar(o) from organisations o;
