-- What only one person may see: the person of a staff transaction is known to the database, and an event may be meant for some people only.

-- After a transaction the setting is '', which must mean "nobody".
create function rida_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

-- The people whose screens hear of the event; null: everybody's. Events of before are everybody's.
alter table events add column only_for uuid[];
