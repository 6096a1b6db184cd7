-- Channels: mails that leave and mails that arrive, each stored once.

create table outgoing_mails (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- Ours, with an unguessable part: answers are threaded by it.
  message_id text not null,
  -- The one that the mail server put in its place, where it does so and says so.
  server_message_id text,
  in_reply_to text,
  to_address text not null,
  subject text not null,
  language text not null check (language in ('ar', 'fa', 'en')),
  body_text text not null,
  body_html text not null,
  -- Links and codes that carry a customer's right to a case, encrypted; subject and texts hold marks in their place. Whoever
  -- reads the outbox must not be able to speak as the customer.
  sealed text,
  -- held: no mail server is set. uncertain: the process died while handing it over; a person decides, so that nothing is sent twice.
  state text not null check (state in ('held', 'queued', 'sending', 'sent', 'failed', 'uncertain')),
  attempts integer not null default 0,
  fault text,
  -- What it speaks of: a higher module's noun and its id.
  subject_type text,
  subject_id uuid,
  created_at timestamptz not null,
  sending_since timestamptz,
  sent_at timestamptz,
  primary key (organisation_id, id)
);
create unique index outgoing_mails_by_message_id on outgoing_mails (organisation_id, message_id);
create index outgoing_mails_by_server_message_id on outgoing_mails (organisation_id, server_message_id) where server_message_id is not null;
create index outgoing_mails_of_subject on outgoing_mails (organisation_id, subject_id, created_at desc) where subject_id is not null;
create index outgoing_mails_newest on outgoing_mails (organisation_id, created_at desc, id desc);
create index outgoing_mails_by_state on outgoing_mails (organisation_id, state, created_at desc, id desc);
create index outgoing_mails_in_flight on outgoing_mails (sending_since) where state = 'sending';
call rida_protect('outgoing_mails', 'select, insert, update', 'insert', 'select, insert, update');

create table received_mails (
  organisation_id uuid not null references organisations,
  id uuid not null,
  -- The sender's Message-ID, or the hash of the raw bytes when there is none.
  message_id text not null,
  from_address text not null,
  from_name text,
  subject text not null,
  body_text text not null,
  sent_at timestamptz,
  received_at timestamptz not null,
  state text not null check (state in ('accepted', 'ignored', 'refused')),
  reason text,
  -- The thing it answers, found by our own message ids.
  thread_type text,
  thread_id uuid,
  raw_file_id uuid,
  attachment_file_ids uuid[] not null default '{}',
  -- Attachments that were not kept: of a dangerous kind, too large, or too many.
  dropped_attachments integer not null default 0,
  primary key (organisation_id, id)
);
create unique index received_mails_once on received_mails (organisation_id, message_id);
create index received_mails_of_thread on received_mails (organisation_id, thread_id, received_at desc) where thread_id is not null;
create index received_mails_newest on received_mails (organisation_id, received_at desc, id desc);
create index received_mails_by_state on received_mails (organisation_id, state, received_at desc, id desc);
call rida_protect('received_mails', 'select', '', 'select, insert, update');
