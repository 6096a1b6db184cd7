-- Notifications: notices to staff, one row a person, which that person alone sees; and when mail tells of them.

create table notifications (
  organisation_id uuid not null references organisations,
  id uuid not null,
  person_id uuid not null,
  -- `clock.breached`: which words it is told in.
  type text not null,
  -- The group that its type belongs to, for which people choose when a mail tells of it.
  kind text not null check (kind in ('deadlines', 'knowledge', 'system')),
  subject_type text not null,
  subject_id uuid not null,
  -- Ids, numbers, codes, moments; of words only a title that belongs to the organisation.
  data jsonb not null,
  -- Said once: a second notice of the same person, type and subject under the same key is not written.
  once text,
  at timestamptz not null,
  read_at timestamptz,
  -- When a mail is to tell of it, unless it was read by then; null: never.
  mail_at timestamptz,
  -- When a letter with it was written.
  mailed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people
);
create unique index notifications_once on notifications (organisation_id, person_id, type, subject_id, once) where once is not null;
create index notifications_newest on notifications (organisation_id, person_id, at desc, id desc);
create index notifications_unread on notifications (organisation_id, person_id, at desc, id desc) where read_at is null;
create index notifications_to_mail on notifications (organisation_id, mail_at) where read_at is null and mailed_at is null and mail_at is not null;
create index notifications_read on notifications (organisation_id, read_at) where read_at is not null;
call rida_protect('notifications', 'select', '', 'select, insert, update, delete');
grant update (read_at, mail_at) on notifications to rida_staff;
create policy own_only on notifications as restrictive to rida_staff using (person_id = rida_person());

-- A row where somebody chose otherwise than the defaults, or chose them.
create table notification_preferences (
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  kind text not null check (kind in ('deadlines', 'knowledge', 'system')),
  delivery text not null check (delivery in ('at-once', 'daily', 'never')),
  changed_at timestamptz not null,
  primary key (organisation_id, person_id, kind),
  foreign key (organisation_id, person_id) references people
);
call rida_protect('notification_preferences', 'select, insert, update', '', 'select');
create policy own_only on notification_preferences as restrictive to rida_staff using (person_id = rida_person());
