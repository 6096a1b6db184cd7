-- What can be found and read: a row for each language of what is in force, and of reply templates. Nobody writes it but the
-- triggers here, so it never says anything else than what was approved. Customers see what is public.

create table knowledge_entries (
  organisation_id uuid not null references organisations,
  -- Of the document or the template.
  item_id uuid not null,
  language text not null,
  kind text not null,
  number integer,
  version integer not null,
  audience text not null,
  topic_id uuid,
  category_ids uuid[] not null,
  product_ids uuid[] not null,
  case_kinds text[] not null,
  title text not null,
  summary text not null,
  body jsonb not null,
  steps jsonb not null,
  image_ids uuid[] not null,
  search tsvector not null,
  -- Read for each hit, where the whole would have to be fetched from beside the row.
  title_search tsvector not null,
  length integer not null,
  in_force_from timestamptz not null,
  primary key (organisation_id, item_id, language)
);
-- Written seldom, searched often: no list of pending words that each search would read through.
create index knowledge_entries_search on knowledge_entries using gin (search) with (fastupdate = off);
create index knowledge_entries_public on knowledge_entries (organisation_id, topic_id) where audience = 'public';
call rida_protect('knowledge_entries', 'select', 'select', 'select');
create policy what_is_public on knowledge_entries as restrictive for select to rida_customer using (audience = 'public');

-- In how many entries of the organisation a word stands; the word '' counts the entries.
create table knowledge_words (
  organisation_id uuid not null references organisations,
  word text not null,
  entries integer not null,
  primary key (organisation_id, word)
);
call rida_protect('knowledge_words', 'select', '', 'select');

create function knowledge_words_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- In the order of the words, so that two at one moment do not wait for each other.
    insert into knowledge_words (organisation_id, word, entries)
    select new.organisation_id, w, 1 from unnest(tsvector_to_array(new.search) || array['']) w order by w
    on conflict (organisation_id, word) do update set entries = knowledge_words.entries + 1;
    return new;
  end if;
  perform from knowledge_words k
    where k.organisation_id = old.organisation_id and k.word = any (tsvector_to_array(old.search) || array['']) order by k.word for update;
  update knowledge_words k set entries = k.entries - 1
   where k.organisation_id = old.organisation_id and k.word = any (tsvector_to_array(old.search) || array['']);
  delete from knowledge_words k where k.organisation_id = old.organisation_id and k.word = any (tsvector_to_array(old.search)) and k.entries <= 0;
  return old;
end $$;
create trigger knowledge_words_counted after insert or delete on knowledge_entries for each row execute function knowledge_words_counted();

create function knowledge_vector(title text, summary text, plain text) returns tsvector language sql immutable parallel safe
  return setweight(rida_search_vector(title), 'A') || setweight(rida_search_vector(summary), 'B') || setweight(rida_search_vector(plain), 'C');

create function knowledge_version_is_found() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.state = 'in-force' and new.state <> 'in-force' then
    delete from knowledge_entries e where e.organisation_id = old.organisation_id and e.item_id = old.document_id;
  elsif new.state = 'in-force' and old.state <> 'in-force' then
    insert into knowledge_entries (organisation_id, item_id, language, kind, number, version, audience, topic_id, category_ids, product_ids, case_kinds, title, summary, body, steps, image_ids, search, title_search, length, in_force_from)
    select t.organisation_id, t.document_id, t.language, d.kind, d.number, t.version, new.audience, d.topic_id, d.category_ids, d.product_ids, d.case_kinds, t.title, t.summary, t.body, t.steps,
           array(select distinct (f #>> '{}')::uuid from jsonb_path_query(jsonb_build_array(t.body, t.steps), 'strict $.** ? (@.type == "image").attrs.fileId') f),
           w.all, rida_search_vector(concat_ws(' ', d.code, t.title)), length(w.all), new.in_force_from
      from knowledge_texts t join knowledge_documents d on d.organisation_id = t.organisation_id and d.id = t.document_id
           cross join lateral (select knowledge_vector(concat_ws(' ', d.code, t.title), t.summary, t.plain) as all offset 0) w
     where t.organisation_id = new.organisation_id and t.document_id = new.document_id and t.version = new.number;
  end if;
  return null;
end $$;
create trigger knowledge_version_is_found after update of state on knowledge_versions for each row execute function knowledge_version_is_found();

create function knowledge_document_is_filed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update knowledge_entries e set topic_id = new.topic_id, category_ids = new.category_ids, product_ids = new.product_ids, case_kinds = new.case_kinds
   where e.organisation_id = new.organisation_id and e.item_id = new.id;
  return null;
end $$;
create trigger knowledge_document_is_filed after update of topic_id, category_ids, product_ids, case_kinds on knowledge_documents for each row execute function knowledge_document_is_filed();

create function reply_template_is_found() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from knowledge_entries e where e.organisation_id = new.organisation_id and e.item_id = new.id;
  if new.active then
    insert into knowledge_entries (organisation_id, item_id, language, kind, number, version, audience, topic_id, category_ids, product_ids, case_kinds, title, summary, body, steps, image_ids, search, title_search, length, in_force_from)
    select t.organisation_id, t.template_id, t.language, 'reply-template', null, t.version, 'staff', null, new.category_ids, '{}', new.case_kinds, new.name, '', t.body, '[]', '{}',
           w.all, rida_search_vector(new.name), length(w.all), t.written_at
      from reply_template_texts t cross join lateral (select knowledge_vector(new.name, '', t.plain) as all offset 0) w
     where t.organisation_id = new.organisation_id and t.template_id = new.id and t.version = new.version;
  end if;
  return null;
end $$;
create trigger reply_template_is_found after insert or update on reply_templates for each row execute function reply_template_is_found();

-- Decision 0013. `filter`: kinds (list; empty: all), audience, language (preferred, not demanded). Customers find what is public, whatever they
-- ask. Of very many hits those with the words in the title, then the newest, are weighed against each other.
create function knowledge_matching(words tsquery, filter jsonb, most integer) returns table (item_id uuid, language text, score real)
language sql stable security definer set search_path = public, pg_temp as $$
  with hits as materialized (
    select e.item_id, e.language, e.search from knowledge_entries e
     where e.organisation_id = rida_organisation() and e.search @@ words
       and (coalesce(jsonb_array_length(filter->'kinds'), 0) = 0 or filter->'kinds' ? e.kind)
       and (filter->>'audience' is null or e.audience = filter->>'audience')
       and (e.audience = 'public' or current_setting('role') <> 'rida_customer')
     order by (e.title_search @@ words) desc, e.in_force_from desc limit 300
  )
  select f.item_id, f.language, f.score from (
    select distinct on (h.item_id) h.item_id, h.language,
           (ts_rank_cd('{0.05, 0.2, 0.4, 1}', h.search, words, 1) * case when h.language = filter->>'language' then 1.2 else 1 end)::real as score
      from hits h order by h.item_id, 3 desc) f
   order by f.score desc, f.item_id limit most
$$;

-- What resembles a text. The rarest words look up entries, as many as stand in 2,000 entries together; an entry gains ln(1 + N/n) for a
-- word that stands in n of N, three times that in a title; long ones a little less. `filter` besides the above: caseKind, categoryId,
-- productId, which lift what is filed under them.
create function knowledge_resembling(given text, filter jsonb, most integer) returns table (item_id uuid, language text, score real)
language sql stable security definer set search_path = public, pg_temp as $$
  with total as materialized (
    select k.entries::float8 as n from knowledge_words k where k.organisation_id = rida_organisation() and k.word = ''
  ), known as (
    select k.word, ln(1 + t.n / k.entries) as weight, sum(k.entries) over (order by k.entries, k.word) as reached, row_number() over (order by k.entries, k.word) as place
      from total t, unnest(tsvector_to_array(rida_search_vector(left(given, 4000)))) w
      join knowledge_words k on k.organisation_id = rida_organisation() and k.word = w
     where k.word <> '' and length(k.word) > 1 and k.entries <= greatest(3, t.n / 4)
  ), rare as materialized (
    select word, weight, quote_literal(word)::tsquery as q from known where place <= 24 and (reached <= 2000 or place = 1)
  ), hits as (
    select e.item_id, e.language, sum(r.weight * case when e.title_search @@ r.q then 3 else 1 end) as gain
      from rare r join knowledge_entries e on e.search @@ r.q
     where e.organisation_id = rida_organisation()
       and (coalesce(jsonb_array_length(filter->'kinds'), 0) = 0 or filter->'kinds' ? e.kind)
       and (filter->>'audience' is null or e.audience = filter->>'audience')
       and (e.audience = 'public' or current_setting('role') <> 'rida_customer')
     group by e.item_id, e.language
  ), lifted as (
    select distinct on (h.item_id) h.item_id, h.language,
           (h.gain / (4 + ln(1 + e.length))
                   * case when h.language = filter->>'language' then 1.2 else 1 end
                   * case when (filter->>'categoryId')::uuid = any (e.category_ids) then 1.6 else 1 end
                   * case when (filter->>'productId')::uuid = any (e.product_ids) then 1.4 else 1 end
                   * case when filter->>'caseKind' = any (e.case_kinds) then 1.2 else 1 end)::real as score
      from hits h join knowledge_entries e on e.organisation_id = rida_organisation() and e.item_id = h.item_id and e.language = h.language
     order by h.item_id, 3 desc
  )
  select l.item_id, l.language, l.score from lifted l order by l.score desc, l.item_id limit most
$$;
revoke execute on function knowledge_matching, knowledge_resembling from public;
grant execute on function knowledge_matching, knowledge_resembling to rida_staff, rida_customer, rida_system;

-- A picture that something public in force holds: the customers' role sees no other file of ours.
create function knowledge_public_image(wanted uuid) returns table (name text, media_type text, size bigint, storage_key text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.name, f.media_type, f.size, f.storage_key from files f
   where f.organisation_id = rida_organisation() and f.id = wanted
     and exists (select from knowledge_images i join knowledge_entries e on e.organisation_id = i.organisation_id and e.item_id = i.document_id
                  where i.organisation_id = rida_organisation() and i.file_id = wanted and e.audience = 'public' and wanted = any (e.image_ids))
$$;
revoke execute on function knowledge_public_image from public;
grant execute on function knowledge_public_image to rida_customer, rida_staff, rida_system;
