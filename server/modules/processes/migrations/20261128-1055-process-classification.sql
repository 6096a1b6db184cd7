-- The whole classification as an administrator loaded it from the owner's file; without, the shipped part holds (decision 0027).

create table process_classifications (
  organisation_id uuid not null references organisations,
  id uuid not null,
  edition text not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, loaded_by) references people
);
call rida_protect('process_classifications', 'select, insert, delete', '', 'select, insert, delete');

create table process_classification_elements (
  organisation_id uuid not null references organisations,
  classification_id uuid not null,
  pcf_id integer not null check (pcf_id between 10000 and 99999),
  number text not null check (number ~ '^[0-9]+([.][0-9]+)+$'),
  -- In the language of the file.
  name text not null,
  primary key (organisation_id, classification_id, pcf_id),
  unique (organisation_id, classification_id, number),
  foreign key (organisation_id, classification_id) references process_classifications on delete cascade
);
call rida_protect('process_classification_elements', 'select, insert, delete', '', 'select, insert, delete');
