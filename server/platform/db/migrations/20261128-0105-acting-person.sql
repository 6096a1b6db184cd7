-- Who of the staff acts in this transaction; null for everybody else. Policies ask it where a row may only be written by its person.
create function rida_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
