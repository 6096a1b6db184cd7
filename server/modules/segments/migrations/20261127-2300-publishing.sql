-- To place a million customers anew takes half a minute: a draft is published in the background, and until then nobody changes it.
alter table tree_versions add publishing_at timestamptz, add check (publishing_at is null or state = 'draft');
