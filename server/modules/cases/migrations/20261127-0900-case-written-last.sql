-- A case is written with the commit of its transaction, after what refers to it: those references are looked at then.
alter table case_attachments alter constraint case_attachments_organisation_id_case_id_fkey deferrable initially deferred;
alter table case_grants alter constraint case_grants_organisation_id_case_id_customer_id_fkey deferrable initially deferred;
