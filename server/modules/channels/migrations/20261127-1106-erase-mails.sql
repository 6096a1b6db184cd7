-- Erasure of the mails that went to or came from addresses of one customer; a row and its times stay. Runs as the owner of the
-- tables: staff may not change a received mail. The bytes of raw mails and attachments go with the nightly housekeeping.
create function mails_erase(addresses text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update files f set attached_at = null, name = '—' from received_mails m
   where m.organisation_id = rida_organisation() and lower(m.from_address) = any(addresses)
     and f.organisation_id = m.organisation_id and (f.id = m.raw_file_id or f.id = any(m.attachment_file_ids));
  update received_mails set from_address = '—', from_name = null, subject = '—', body_text = '—', raw_file_id = null, attachment_file_ids = '{}'
   where organisation_id = rida_organisation() and lower(from_address) = any(addresses);
  update outgoing_mails set to_address = '—', subject = '—', body_text = '—', body_html = '', sealed = null,
         state = case when state in ('held', 'queued') then 'failed' else state end
   where organisation_id = rida_organisation() and lower(to_address) = any(addresses);
end $$;
revoke execute on function mails_erase from public;
grant execute on function mails_erase to rida_staff, rida_system;
create index outgoing_mails_to on outgoing_mails (organisation_id, lower(to_address));
create index received_mails_from on received_mails (organisation_id, lower(from_address));
