-- Forms of tasks: the version that was in use when a task opened, what was filled in when it was completed, and the files that answers name.

alter table process_tasks add column form_version_id uuid;
alter table process_tasks add foreign key (organisation_id, form_version_id) references form_versions;

create table process_task_answers (
  organisation_id uuid not null references organisations,
  task_id uuid not null,
  version_id uuid not null,
  answers jsonb not null,
  person_id uuid not null,
  at timestamptz not null,
  -- A task is completed once.
  primary key (organisation_id, task_id),
  foreign key (organisation_id, task_id) references process_tasks,
  foreign key (organisation_id, version_id) references form_versions,
  foreign key (organisation_id, person_id) references people
);
call rida_protect('process_task_answers', 'select, insert', '', 'select, insert');

-- A file that a later task of the instance names again stays with the first.
create table process_task_files (
  organisation_id uuid not null references organisations,
  file_id uuid not null,
  task_id uuid not null,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, task_id) references process_tasks,
  foreign key (organisation_id, file_id) references files
);
create index process_task_files_of_task on process_task_files (organisation_id, task_id);
call rida_protect('process_task_files', 'select, insert', '', 'select, insert');
create index process_comment_files_by_file on process_comment_files (organisation_id, file_id);
