-- Tasks of units, who claimed them, what was handed over from one unit to another, and what people said about it (decision 0023).

create table process_tasks (
  organisation_id uuid not null references organisations,
  id uuid not null,
  instance_id uuid not null,
  token integer not null,
  model_id uuid not null,
  version_id uuid not null,
  element_id text not null,
  name text not null,
  state text not null check (state in ('offered', 'returned', 'open', 'claimed', 'completed', 'withdrawn')),
  -- Who owes the next step; and whose work it is by the diagram.
  unit_id uuid not null,
  owed_by uuid not null,
  assignee_id uuid,
  -- As the diagram says: form, step sheet, position, hand-off.
  settings jsonb not null,
  priority double precision,
  opened_at timestamptz not null,
  due_at timestamptz,
  -- How the due time came about, day by day.
  derivation jsonb,
  -- The end of the longest wait of the hand-off that is offered.
  wait_until timestamptz,
  completed_at timestamptz,
  completed_by uuid,
  withdrawn_at timestamptz,
  withdrawal text check (withdrawal in ('interrupted', 'cancelled', 'ended')),
  -- Whoever looks for what is there to do, ended ones left out.
  ended boolean not null generated always as (completed_at is not null or withdrawn_at is not null) stored,
  primary key (organisation_id, id),
  unique (organisation_id, instance_id, token),
  foreign key (organisation_id, instance_id) references process_instances,
  foreign key (organisation_id, model_id) references process_models,
  foreign key (organisation_id, version_id) references process_versions,
  foreign key (organisation_id, unit_id) references units,
  foreign key (organisation_id, owed_by) references units,
  foreign key (organisation_id, assignee_id) references people,
  foreign key (organisation_id, completed_by) references people,
  check ((state = 'completed') = (completed_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((state = 'claimed') = (assignee_id is not null and completed_at is null and withdrawn_at is null))
);
create index process_tasks_of_unit on process_tasks (organisation_id, unit_id, due_at, id) where not ended;
create index process_tasks_of_person on process_tasks (organisation_id, assignee_id, due_at, id) where not ended;
create index process_tasks_ended on process_tasks (organisation_id, id desc) where ended;
create index process_tasks_at_element on process_tasks (organisation_id, version_id, element_id) where not ended;
call rida_protect('process_tasks', 'select, insert, update', '', 'select, insert, update');

create table process_task_claims (
  organisation_id uuid not null references organisations,
  id uuid not null,
  task_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  -- Somebody else who gave it to the person.
  by_id uuid,
  -- Somebody was first: it came to nothing.
  refused boolean not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('released', 'delegated', 'reassigned', 'completed', 'withdrawn')),
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references process_tasks,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, by_id) references people,
  check ((ended_at is null) = (end_reason is null))
);
-- A task is one person's.
create unique index process_task_claims_one_holds on process_task_claims (organisation_id, task_id) where ended_at is null and not refused;
create index process_task_claims_of_task on process_task_claims (organisation_id, task_id, at desc);
create index process_task_claims_refused on process_task_claims (organisation_id, at) where refused;
call rida_protect('process_task_claims', 'select, insert, update', '', 'select, insert, update');

create table process_hand_offs (
  organisation_id uuid not null references organisations,
  id uuid not null,
  task_id uuid not null,
  instance_id uuid not null,
  model_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  state text not null check (state in ('offered', 'accepted', 'refused', 'withdrawn')),
  what text not null,
  criteria text[] not null,
  offered_at timestamptz not null,
  offered_by uuid,
  note text,
  wait_until timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  unmet text[] not null default '{}',
  orphaned_at timestamptz,
  ping_pong boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references process_tasks,
  foreign key (organisation_id, instance_id) references process_instances,
  foreign key (organisation_id, model_id) references process_models,
  foreign key (organisation_id, from_unit_id) references units,
  foreign key (organisation_id, to_unit_id) references units,
  foreign key (organisation_id, offered_by) references people,
  foreign key (organisation_id, decided_by) references people,
  check ((state = 'offered') = (decided_at is null)),
  check (state <> 'refused' or (reason is not null and decided_by is not null)),
  check (from_unit_id <> to_unit_id)
);
create unique index process_hand_offs_one_offered on process_hand_offs (organisation_id, task_id) where state = 'offered';
create index process_hand_offs_of_task on process_hand_offs (organisation_id, task_id, offered_at desc);
create index process_hand_offs_of_instance on process_hand_offs (organisation_id, instance_id);
create index process_hand_offs_to on process_hand_offs (organisation_id, to_unit_id, state, offered_at, id);
create index process_hand_offs_from on process_hand_offs (organisation_id, from_unit_id, state, offered_at, id);
create index process_hand_offs_by_offer on process_hand_offs (organisation_id, offered_at);
create index process_hand_offs_to_watch on process_hand_offs (organisation_id, wait_until) where state = 'offered' and orphaned_at is null;
call rida_protect('process_hand_offs', 'select, insert, update', '', 'select, insert, update');

create table process_comments (
  organisation_id uuid not null references organisations,
  id uuid not null,
  instance_id uuid not null,
  -- Null: of the process itself.
  task_id uuid,
  body text not null,
  at timestamptz not null,
  by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, instance_id) references process_instances,
  foreign key (organisation_id, task_id) references process_tasks,
  foreign key (organisation_id, by_id) references people
);
create index process_comments_of_instance on process_comments (organisation_id, instance_id, at);
call rida_protect('process_comments', 'select, insert', '', 'select, insert');

create table process_comment_files (
  organisation_id uuid not null references organisations,
  comment_id uuid not null,
  file_id uuid not null,
  primary key (organisation_id, comment_id, file_id),
  foreign key (organisation_id, comment_id) references process_comments,
  foreign key (organisation_id, file_id) references files
);
call rida_protect('process_comment_files', 'select, insert', '', 'select, insert');

-- Whoever looks at a subject, such as a case, joins what is done for it.
create view task_briefs with (security_invoker = true) as
  select t.organisation_id, t.id, t.instance_id, t.name, t.state, t.unit_id, t.assignee_id, t.opened_at, t.due_at, t.ended, i.subject_type, i.subject_id
    from process_tasks t join process_instances i on i.organisation_id = t.organisation_id and i.id = t.instance_id;
grant select on task_briefs to rida_staff, rida_system;
