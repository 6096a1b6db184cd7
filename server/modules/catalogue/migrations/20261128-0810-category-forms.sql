-- A category may have a form: whoever registers a case of it is asked to fill it in. Categories of before have none.

alter table categories
  add form_id uuid,
  add foreign key (organisation_id, form_id) references forms;
