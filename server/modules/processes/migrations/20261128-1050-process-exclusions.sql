-- Elements of the classification of processes that the organisation does not do, on purpose (decision 0027): who said so, why, and until when it held.

create table process_exclusions (
  organisation_id uuid not null references organisations,
  id uuid not null,
  pcf_id integer not null check (pcf_id between 10000 and 99999),
  reason text not null,
  excluded_at timestamptz not null,
  excluded_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, excluded_by) references people,
  foreign key (organisation_id, lifted_by) references people,
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index process_exclusions_one_holds on process_exclusions (organisation_id, pcf_id) where lifted_at is null;
call rida_protect('process_exclusions', 'select, insert, update', '', 'select, insert, update');

-- The map asks of all processes what ended lately.
create index process_instances_ended on process_instances (organisation_id, ended_at) where ended_at is not null;
