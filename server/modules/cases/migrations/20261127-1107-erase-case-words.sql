-- Erasure of all words of the cases of one customer: what the customer wrote and what was written to and about them. Rows, codes and
-- times stay, so that figures stay true. Runs as the owner of the tables: no role of the application may change a claim, a dispute,
-- an outcome or a message. Files go with the nightly housekeeping.
create function cases_erase(records uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare mine uuid[];
begin
  select array_agg(id) into mine from cases where organisation_id = rida_organisation() and customer_id = any(records);
  if mine is null then return; end if;
  update files f set attached_at = null, name = '—' from case_attachments a
   where a.organisation_id = rida_organisation() and a.case_id = any(mine) and f.organisation_id = a.organisation_id and f.id = a.file_id;
  delete from case_attachments where organisation_id = rida_organisation() and case_id = any(mine);
  update cases set subject = '—', description = '—', search = '' where organisation_id = rida_organisation() and id = any(mine);
  update case_messages set text = '—' where organisation_id = rida_organisation() and case_id = any(mine);
  update case_notes set text = '—' where organisation_id = rida_organisation() and case_id = any(mine);
  update case_claims set answer = '—' where organisation_id = rida_organisation() and case_id = any(mine);
  update case_disputes set reason = '—' where organisation_id = rida_organisation() and case_id = any(mine);
  update case_outcomes set text = '—' where organisation_id = rida_organisation() and case_id = any(mine) and text is not null;
  update case_reopenings set reason = '—' where organisation_id = rida_organisation() and case_id = any(mine);
end $$;
revoke execute on function cases_erase from public;
grant execute on function cases_erase to rida_staff, rida_system;
