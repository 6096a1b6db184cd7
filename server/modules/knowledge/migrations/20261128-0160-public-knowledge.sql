-- The public pages: found by number, articles that were public once, what helped most, and where a reader said so.

create index knowledge_entries_by_number on knowledge_entries (organisation_id, number);
create index knowledge_entries_public_newest on knowledge_entries (organisation_id, in_force_from desc, item_id desc) where audience = 'public';

-- Rows from before were given on the page or by staff: none was given in the form.
alter table knowledge_feedback add column source text not null default 'article' check (source in ('article', 'portal-form'));
alter table knowledge_feedback add check (source = 'article' or from_kind = 'customer');
create index knowledge_feedback_of_customers on knowledge_feedback (organisation_id, given_at, document_id, helpful) where from_kind = 'customer';

-- Customers see what is in force. Whether there was something else at a number is no secret when it was public itself.
create function knowledge_was_public(wanted integer) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from knowledge_documents d join knowledge_versions v on v.organisation_id = d.organisation_id and v.document_id = d.id
     where d.organisation_id = rida_organisation() and d.number = wanted and v.audience = 'public' and v.in_force_from is not null)
$$;

-- What is public and helped most since a moment: by the lower bound of the share of "yes" (Wilson, 95 %), so that one voice of one does
-- not stand above ninety of a hundred. Fewer than three voices say nothing.
create function knowledge_most_helpful(since timestamptz, most integer) returns table (item_id uuid, score double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.document_id, (v.share + 1.92 / v.n - 1.96 * sqrt(v.share * (1 - v.share) / v.n + 0.96 / v.n / v.n)) / (1 + 3.84 / v.n) as score
    from (select f.document_id, count(*)::float8 as n, avg(f.helpful::int)::float8 as share
            from knowledge_feedback f
           where f.organisation_id = rida_organisation() and f.from_kind = 'customer' and f.given_at >= since
           group by f.document_id having count(*) >= 3 and avg(f.helpful::int) >= 0.5) v
   where exists (select from knowledge_entries e where e.organisation_id = rida_organisation() and e.item_id = v.document_id and e.audience = 'public')
   order by 2 desc, 1 limit most
$$;
revoke execute on function knowledge_was_public, knowledge_most_helpful from public;
grant execute on function knowledge_was_public, knowledge_most_helpful to rida_customer, rida_staff, rida_system;
