-- Names are also found by what they sound like, in whichever script and spelling they were entered.

-- For a normalised name the signs of `searchSound` in kernel/names, word by word, and those of neighbours run together: "محمد رضا" is
-- written "محمدرضا" too. A test compares both. Immutable, as an index asks for it: whoever changes the rules writes a migration that
-- makes the index anew.
create function rida_sounds_of_name(search_name text) returns tsvector language plpgsql immutable strict parallel safe as $$
declare
  heard text := ' ' || search_name || ' ';
begin
  -- The Arabic th is an s in Persian: both are found.
  if heard like '%ث%' then heard := heard || replace(search_name, 'ث', 'س') || ' '; end if;
  -- What divides words is a space, an apostrophe is nothing; God is written with one l by half of those who write Latin.
  heard := replace(translate(heard, '-.,،/()&_«»"''’`ʻʼ‘', '            '), 'لله', 'له');
  if heard ~ '[a-z]' then
    heard := translate(heard, 'àáâäãåçèéêëìíîïñòóôöõùúûüýğşı', 'aaaaaaceeeeiiiinooooouuuuygsi');
    -- Doubled letters are one sound, and so are pairs.
    heard := regexp_replace(heard, '([bcdfgjklmnpqrstxz])\1+', '\1', 'g');
    heard := replace(replace(replace(replace(replace(replace(heard, 'tch', 'C'), 'sch', 'S'), 'kh', 'X'), 'gh', 'g'), 'sh', 'S'), 'ch', 'C');
    heard := replace(replace(replace(replace(replace(replace(heard, 'th', 't'), 'dh', 'd'), 'ph', 'f'), 'zh', 'j'), 'dj', 'j'), 'ck', 'k');
    heard := replace(heard, 'hh', 'h');
  end if;
  -- Articles come and go.
  heard := regexp_replace(heard, '(?: (?:ال|al|el|ul)(?= ))+', '', 'g');
  -- A first vowel is heard, whichever it is; w and y at the beginning are consonants; the last h of a word is not heard.
  heard := regexp_replace(regexp_replace(regexp_replace(heard, ' [اعءaeiou]', ' A', 'g'), ' [وwv]', ' W', 'g'), ' [يy]', ' Y', 'g');
  heard := regexp_replace(heard, '([^ A])[هحh](?= )', '\1', 'g');
  heard := btrim(translate(heard,
    'بپتطثجژچحخدذزضظرسصشغفقكگلمنهڤpzqckjxCWYاويعءaeiouywv',
    'bbtttggShXdddddrssSgfggglmnhbbdgggggSwy'));
  -- Neighbours: the first with the second and so on, then the second with the third.
  heard := heard || ' ' || regexp_replace(heard, '([^ ]+) +A?([^ ]+)', '\1\2', 'g')
                 || ' ' || regexp_replace(regexp_replace(heard, '^[^ ]+ +', ''), '([^ ]+) +A?([^ ]+)', '\1\2', 'g');
  return array_to_tsvector(array_remove(string_to_array(heard, ' '), ''));
end $$;

create index customers_by_sound on customers using gin (rida_sounds_of_name(search_name));

drop function customers_matching(text, text, text, text, text, text, integer);

-- Candidates of a search, each with how it was found and a score: the higher the better. Runs as the owner of the tables, because behind
-- row-level security PostgreSQL uses an index only for operators that cannot leak (`=`, `<`), and those of trigrams are not among
-- them; so it asks for the organisation itself. What is null is not searched.
create function customers_matching(name text, name_pattern text, name_pattern_2 text, sounds tsquery, phone_end_reversed text, email_start text, identity text, candidates integer)
returns table (customer_id uuid, score integer, found_by text) language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  last_character constant text := chr(1114111);
  -- They are compared with what was typed one by one; of thousands whoever searches wants to see none.
  compared constant integer := 300;
  named integer := 0;
begin
  return query select c.id, 5000, 'identity' from customers c where c.organisation_id = rida_organisation() and c.external_id = identity;
  return query select c.id, 5000, 'identity' from customers c
    where c.organisation_id = rida_organisation() and c.national_id = identity and c.merged_into_id is null;
  if phone_end_reversed is not null then
    return query select p.customer_id, 4000, 'phone' from contact_points p
      where p.organisation_id = rida_organisation() and p.channel = 'phone' and p.removed_at is null
        and reverse(p.value) ~>=~ phone_end_reversed and reverse(p.value) ~<~ (phone_end_reversed || last_character)
      limit candidates;
  end if;
  if email_start is not null then
    return query select p.customer_id, case when p.value = email_start then 5000 else 4000 end, 'email' from contact_points p
      where p.organisation_id = rida_organisation() and p.channel = 'email' and p.removed_at is null
        and p.value ~>=~ email_start and p.value ~<~ (email_start || last_character)
      limit candidates;
  end if;
  if name_pattern is not null then
    return query select m.id, 1000 + round(1000 * similarity(customers_matching.name, m.search_name))::integer, 'name'
      from (select c.id, c.search_name from customers c
             where c.organisation_id = rida_organisation() and (c.search_name like name_pattern or c.search_name like name_pattern_2)
             limit candidates) m;
    get diagnostics named = row_count;
  end if;
  if sounds is not null and named < candidates then
    return query select c.id, 600, 'sound' from customers c
      where c.organisation_id = rida_organisation() and rida_sounds_of_name(c.search_name) @@ sounds
      limit least(candidates, compared);
  end if;
end $$;

-- For when nobody fits well: words of which only the beginning was typed, in the other script, and slips of the hand. Several times as
-- dear as the search above.
create function customers_nearly_matching(name text, sounds tsquery)
returns table (customer_id uuid, score integer, found_by text) language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  compared constant integer := 300;
begin
  if sounds is not null then
    return query select c.id, 600, 'sound' from customers c
      where c.organisation_id = rida_organisation() and rida_sounds_of_name(c.search_name) @@ sounds
      limit compared;
  end if;
  -- One wrong letter in a name of five leaves half of its trigrams.
  perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query select m.id, round(1000 * word_similarity(customers_nearly_matching.name, m.search_name))::integer, 'likeness'
    from (select c.id, c.search_name from customers c
           where c.organisation_id = rida_organisation() and c.search_name %> customers_nearly_matching.name
           limit compared) m;
end $$;
revoke execute on function customers_matching, customers_nearly_matching from public;
grant execute on function customers_matching, customers_nearly_matching to rida_staff, rida_system;
