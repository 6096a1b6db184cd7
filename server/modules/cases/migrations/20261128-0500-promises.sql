-- Cases and their promises: whoever registers a case takes its clocks in hand, and what an acknowledgement or an assessment said stays.

create trigger take_new before insert on clocked_cases for each row when (current_user = 'rida_customer') execute function take_case_to_come();

-- The customer was told that the case is received: once, by whatever came first.
create table case_acknowledgements (
  organisation_id uuid not null references organisations,
  case_id uuid not null,
  -- The number on the screen of whoever registered it themselves, a letter, or a word by phone, in person or on paper.
  how text not null check (how in ('screen', 'mail', 'phone', 'visit', 'letter')),
  -- When the answer was promised, as the customer was told; null: nothing was promised.
  promised_at timestamptz,
  person_id uuid,
  at timestamptz not null,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references cases deferrable initially deferred,
  foreign key (organisation_id, person_id) references people
);
call rida_protect('case_acknowledgements', 'select, insert', 'select, insert', 'select, insert');
call rida_keep_apart('case_acknowledgements', 'case_id = rida_own_case()');

-- How grave a case is and what its customer seeks (ISO 10002 clauses 7.2 and 7.5). The latest counts; earlier ones stay.
create table case_assessments (
  organisation_id uuid not null references organisations,
  id uuid not null,
  case_id uuid not null,
  severity smallint not null check (severity between 1 and 4),
  complexity smallint not null check (complexity between 1 and 4),
  impact smallint not null check (impact between 1 and 4),
  safety boolean not null,
  immediate_action boolean not null,
  remedy_sought text,
  incident_date date,
  incident_place text,
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, person_id) references people
);
create index case_assessments_of_case on case_assessments (organisation_id, case_id, at desc);
call rida_protect('case_assessments', 'select, insert', '', 'select, insert');

-- Cases of before that are not closed: without promises, until a policy is published for open cases too.
insert into clocked_cases (organisation_id, case_id, traits, unit_id, segment_id, registered_at, answered_at, waits, state)
select c.organisation_id, c.id,
       jsonb_build_object('kind', c.kind, 'categoryId', c.category_id, 'productId', c.product_id, 'channel', c.channel, 'priority', c.priority,
         'segmentPath', (
           with recursive up as (
             select n.segment_id, n.parent_id, 1 as step from segment_nodes n
              where n.organisation_id = c.organisation_id and n.tree_version = c.tree_version and n.segment_id = c.segment_id
             union all
             select n.segment_id, n.parent_id, up.step + 1 from up
               join segment_nodes n on n.organisation_id = c.organisation_id and n.tree_version = c.tree_version and n.segment_id = up.parent_id)
           select coalesce(jsonb_agg(segment_id order by step), '[]') from up)),
       c.unit_id, c.segment_id, c.registered_at, answers.first,
       case
         when c.state = 'claimed' then jsonb_build_array(jsonb_build_object('reason', 'claimed', 'from', floor(extract(epoch from claim.claimed_at) * 1000), 'until', null, 'by', null))
         when c.waiting_reason is not null then jsonb_build_array(jsonb_build_object('reason', c.waiting_reason, 'from', floor(extract(epoch from c.last_activity_at) * 1000), 'until', null, 'by', null))
         else '[]'
       end,
       c.state
  from cases c
  left join case_claims claim on claim.organisation_id = c.organisation_id and claim.id = c.open_claim_id
  left join lateral (
    select min(at) as first from (
      select m.at from case_messages m where m.organisation_id = c.organisation_id and m.case_id = c.id and m.direction = 'out'
      union all select k.claimed_at from case_claims k where k.organisation_id = c.organisation_id and k.case_id = c.id) told) answers on true
 where c.state <> 'closed';

-- What an assessment keeps of the customer's words goes with them.
alter function cases_erase rename to cases_erase_words;
create function cases_erase(records uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform cases_erase_words(records);
  update case_assessments a set remedy_sought = case when remedy_sought is not null then '—' end, incident_place = case when incident_place is not null then '—' end
    from cases c
   where a.organisation_id = rida_organisation() and c.organisation_id = a.organisation_id and c.id = a.case_id and c.customer_id = any(records);
end $$;
revoke execute on function cases_erase, cases_erase_words from public;
revoke execute on function cases_erase_words from rida_staff, rida_system;
grant execute on function cases_erase to rida_staff, rida_system;
