-- Erasure of what files said about one customer: cells of rows that were refused or cut short, first rows and samples. The rows, their
-- numbers and reasons stay, so that counts stay true. Runs as the owner of the tables, so it asks for the organisation itself.

-- Whether a cell holds an e-mail address, the end of a phone number, or an id. A short id is in many cells by chance (a quantity, a
-- street number), so it counts only in a column of ids.
create function import_cell_names(cell text, of_ids boolean, emails text[], phone_ends text[], ids text[]) returns boolean language sql stable
set search_path = public, pg_temp
begin atomic
  select cell <> '' and (
    exists (select from unnest(emails) e where position(e in lower(cell)) > 0)
    or exists (select from unnest(phone_ends) p where position(p in regexp_replace(rida_normalise(cell), '\D', '', 'g')) > 0)
    or exists (select from unnest(ids) i where (of_ids or length(i) >= 6)
                 and lower(regexp_replace(rida_normalise(cell), '[^[:alnum:]]', '', 'g')) = i));
end;

create function imports_erase(emails text[], phone_ends text[], ids text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update import_faults f set cells = '[]'
    from imports i
   where f.organisation_id = rida_organisation() and i.organisation_id = f.organisation_id and i.id = f.import_id
     and exists (select from jsonb_array_elements_text(f.cells) with ordinality c(cell, place)
                  where import_cell_names(c.cell, exists (select from jsonb_array_elements(i.columns) k
                                                           where (k->>'index')::int = c.place - 1 and k->>'field' in ('externalId', 'nationalId')),
                                          emails, phone_ends, ids));
  update imports i set
    preview = (select coalesce(jsonb_agg(case when exists (select from jsonb_array_elements_text(r.row->'cells') c
                                                            where import_cell_names(c, true, emails, phone_ends, ids))
                                              then jsonb_set(r.row, '{cells}', '[]') else r.row end order by r.place), '[]')
                 from jsonb_array_elements(i.preview) with ordinality r("row", place)),
    -- Samples stand by column: which name goes with an address is not to be told from them.
    columns = case when exists (select from jsonb_array_elements(i.columns) k cross join lateral jsonb_array_elements_text(k->'samples') s
                                 where import_cell_names(s, true, emails, phone_ends, ids))
                   then (select jsonb_agg(k.col || '{"samples": []}' order by k.place) from jsonb_array_elements(i.columns) with ordinality k(col, place))
                   else i.columns end
   where i.organisation_id = rida_organisation() and i.file_id is not null;
end $$;
revoke execute on function import_cell_names, imports_erase from public;
grant execute on function imports_erase to rida_staff, rida_system;
