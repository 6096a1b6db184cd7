-- A case keeps the segment and tree version that its customer had when it was registered, so that later publications change no figure.

alter table cases
  add segment_id uuid,
  -- Null: there was no tree, or the customer was so new that nobody had been placed yet; that is made up for within minutes.
  add tree_version integer,
  add check (segment_id is null or tree_version is not null);

-- Cases of before: the group of their customer holds from the first day.
update cases c set segment_id = m.segment_id, tree_version = m.tree_version
  from segment_members m where m.organisation_id = c.organisation_id and m.customer_id = c.customer_id and m.until is null;

alter table cases add foreign key (organisation_id, segment_id) references segments;
create index cases_without_tree on cases (organisation_id, registered_at) where tree_version is null;
