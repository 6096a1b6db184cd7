-- Which process the cases of a category run by. Who has set what before stays in the events.

create table category_processes (
  organisation_id uuid not null references organisations,
  category_id uuid not null,
  model_id uuid not null,
  -- Null: the version in force when a case begins it.
  version integer check (version > 0),
  when_case_ends text not null check (when_case_ends in ('cancel', 'continue')),
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, category_id),
  foreign key (organisation_id, category_id) references categories,
  foreign key (organisation_id, model_id) references process_models,
  foreign key (organisation_id, set_by) references people
);
create index category_processes_of_model on category_processes (organisation_id, model_id);
call rida_protect('category_processes', 'select, insert, update, delete', '', 'select');
