-- Steps of a step sheet that were done in a case. Each mark is a row, also taking one back; the latest of a step in a version counts.
create table case_step_marks (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  -- A mark belongs to the version that was worked by: the next one may ask for something else under the same step.
  document_id uuid not null,
  version integer not null,
  step_id uuid not null,
  mark text not null check (mark in ('done', 'undone')),
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, document_id, version) references knowledge_versions,
  foreign key (organisation_id, person_id) references people
);
create index case_step_marks_of_case on case_step_marks (organisation_id, case_id, document_id, version, step_id, at desc, id desc);
call rida_protect('case_step_marks', 'select, insert', '', 'select, insert');
