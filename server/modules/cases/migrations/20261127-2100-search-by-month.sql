-- Words are looked for month by month, in the order of the inbox: a word in every hundredth case has ten thousand cases in a
-- million, and a page shows fifty. So the index holds, beside the words, the months of registration and of the last activity.

-- Months since the year 0, by UTC.
create function rida_month(at timestamptz) returns integer language sql immutable parallel safe strict
as $$ select (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC'))::integer $$;

-- r: month of the registration; a: of the last activity. A space begins both, which no word has. Where an index is built, a
-- function finds no other of ours: so this one counts the months by itself.
create function rida_words_in_time(search tsvector, registered timestamptz, active timestamptz) returns tsvector language sql immutable parallel safe strict
as $$
  select search || array_to_tsvector(array[
    ' r' || (extract(year from registered at time zone 'UTC') * 12 + extract(month from registered at time zone 'UTC'))::integer,
    ' a' || (extract(year from active at time zone 'UTC') * 12 + extract(month from active at time zone 'UTC'))::integer])
$$;

drop index cases_search;
create index cases_search on cases using gin (rida_words_in_time(search, registered_at, last_activity_at));

-- As before: ids of the cases that a search finds, the first `most` in the order of the inbox, for the asking organisation.
-- `filter`: equal (column → value or null), disputed, oldest, after ([time, id] of the last row seen), and `whole`: the words of the
-- search without the last one, of which any beginning will do.
--
-- A look at the first cases tells how dense the words are. Dense ones are found by walking on. All others are found by the index:
-- in the first month of the order, then in as many months as should hold the rest, and then in all that is left. To gather all
-- words with a beginning takes the index longest: where the whole words leave few cases of a month, those are looked through.
create or replace function cases_matching(words tsquery, filter jsonb, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  glance constant integer := 300;
  walk constant integer := 3000;
  most_months constant integer := 24;
  oldest constant boolean := coalesce((filter->>'oldest')::boolean, false);
  whole constant tsquery := case when filter->>'whole' <> '' then to_tsquery('simple', filter->>'whole') else '' end;
  time_column constant text := case when oldest then 'registered_at' else 'last_activity_at' end;
  direction constant text := case when oldest then 'asc' else 'desc' end;
  in_order constant text := format('order by %I %s, id %s', time_column, direction, direction);
  conditions text := format('organisation_id = %L', rida_organisation());
  name text;
  value text;
  seen integer;
  with_whole integer;
  found uuid[];
  more uuid[];
  first timestamptz;
  month integer; -- the first one in this order that was not looked into
  width integer := 1;
  looked_into integer := 0;
begin
  for name, value in select * from jsonb_each_text(filter->'equal') loop
    conditions := conditions || case when value is null then format(' and %I is null', name) else format(' and %I = %L', name, value) end;
  end loop;
  if (filter->>'disputed')::boolean then conditions := conditions || ' and dispute_level > 0 and state <> ''closed'''; end if;
  if filter->'after' is not null then
    conditions := conditions || format(' and (%I, id) %s (%L::timestamptz, %L::uuid)', time_column, case when oldest then '>' else '<' end, filter->'after'->>0, filter->'after'->>1);
  end if;

  execute format('select count(*), (array_agg(%I %s))[1], coalesce(array_agg(id %s) filter (where search @@ $1), ''{}''), count(*) filter (where search @@ $2) from (select * from cases where %s %s limit %s) first', time_column, in_order, in_order, conditions, in_order, glance)
    into seen, first, found, with_whole using words, whole;
  if seen < glance or cardinality(found) >= most then
    return query select unnest(found[1:most]);
    return;
  end if;

  if cardinality(found) * walk >= most * glance then
    execute format('select array(select id from (select * from cases where %s %s limit %s) first where search @@ $1 %s limit $2)', conditions, in_order, walk, in_order)
      into found using words, most;
    if cardinality(found) = most then
      return query select unnest(found);
      return;
    end if;
  end if;

  found := '{}';
  month := rida_month(first);
  while width <= most_months loop
    execute format('select array(select id from cases where %s and rida_words_in_time(search, registered_at, last_activity_at) @@ $1 and search @@ $2 %s limit $3)', conditions, in_order)
      into more
      using case when numnode(whole) > 0 and with_whole * width * 10 <= glance then whole else words end
          && (select string_agg(quote_literal(case when oldest then ' r' || month + n else ' a' || month - n end), '|')::tsquery from generate_series(0, width - 1) n),
        words, most - cardinality(found);
    found := found || more;
    if cardinality(found) = most then
      return query select unnest(found);
      return;
    end if;
    month := case when oldest then month + width else month - width end;
    looked_into := looked_into + width;
    width := case when cardinality(found) = 0 then most_months + 1 else ceil(1.5 * (most - cardinality(found)) * looked_into / cardinality(found)) end;
  end loop;
  return query select unnest(found);
  return query execute format('with found as materialized (select id, %I from cases where %s and rida_words_in_time(search, registered_at, last_activity_at) @@ $1 and search @@ $4 and %I %s $3) select id from found %s limit $2',
      time_column, conditions, time_column, case when oldest then '>=' else '<' end, in_order)
    using case when numnode(whole) > 0 and with_whole = 0 then whole else words end, most - cardinality(found),
      (select make_timestamptz((n - 1) / 12, (n - 1) % 12 + 1, 1, 0, 0, 0, 'UTC') from (values (case when oldest then month else month + 1 end)) value (n)), words;
end $$;
