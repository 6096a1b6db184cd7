-- Tasks that have ended are listed by when they ended, not by when they were opened.
drop index process_tasks_ended;
create index process_tasks_ended on process_tasks (organisation_id, coalesce(completed_at, withdrawn_at) desc, id desc) where ended;
create index process_tasks_ended_of_person on process_tasks (organisation_id, assignee_id, coalesce(completed_at, withdrawn_at) desc, id desc) where ended;
