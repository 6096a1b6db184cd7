-- What a mail is for, and to which customer: the door of the outbox asks whether that may be written. Mails of before are letters about a case.

alter table outgoing_mails
  add column purpose text not null default 'service-messages' check (purpose in ('service-messages', 'surveys', 'marketing')),
  add column customer_id uuid,
  add foreign key (organisation_id, customer_id) references customers,
  -- Whoever must have consented has a name.
  add constraint a_consent_is_somebodys check (purpose = 'service-messages' or customer_id is not null);
alter table outgoing_mails alter column purpose drop default;
