// A year of cases for the sample organisation: invented as stories, written as rows under the roles that the database asks for.
import { sql } from 'kysely';
import { calendarMomentAt } from '#kernel/calendar/calendar-date.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import type { SampleCategory } from '#modules/catalogue/index.ts';
import type { SampleCustomer } from '#modules/customers/index.ts';
import type { SampleOrganisation } from '#modules/organisation/index.ts';
import { segmentPaths, type SegmentViews } from '#modules/segments/index.ts';
import { promisedBy, writeClockHistory } from '#modules/service-levels/index.ts';
import { asOf } from '#platform/as-of.ts';
import { on, type Context } from '#platform/context.ts';
import { insertRecords, insertRows } from '#platform/db/insert-rows.ts';
import { underRole } from '#platform/db/under-role.ts';
import { insertHistory } from '#platform/events/insert-history.ts';
import { newId, newTrackingCode } from '#platform/ids.ts';
import type { Random } from '#platform/random.ts';
import { tellClaimed, tellDisputed, tellRegistered } from './letters.ts';
import { caseColumns, type CaseRow } from './lock-case.ts';
import { arrivals, type Arrival } from './sample/arrivals.ts';
import { clockHistories } from './sample/clock-history.ts';
import { fillMarks, inventMarks } from './sample/fill-marks.ts';
import { live } from './sample/life.ts';
import { localTime } from './sample/local-time.ts';
import { register, type SampleRows, type Story } from './sample/story.ts';
import { sampleTexts } from './sample/texts.ts';
import { contactAgent, type World } from './sample/world.ts';
import type { CaseTables } from './tables.ts';

export type { SampleRows } from './sample/story.ts';

/** Pure but for ids and secrets: the same seed and moment tell the same stories. */
export function inventSampleCases(
  ctx: Context,
  random: Random,
  given: {
    settings: DateSettings;
    organisation: SampleOrganisation;
    categories: readonly SampleCategory[];
    customers: readonly SampleCustomer[];
    begin: Date;
    count: number;
  },
): SampleRows {
  const now = ctx.clock.now();
  const rows: SampleRows = {
    organisationId: ctx.organisationId,
    hash: (secret) => ctx.platform.secrets.hash(secret),
    cases: [],
    messages: [],
    notes: [],
    claims: [],
    grants: [],
    disputes: [],
    outcomes: [],
    reopenings: [],
    reminders: [],
    events: [],
    mails: [],
    provedAt: new Map(),
  };
  const world: World = {
    ...given,
    random,
    begin: given.begin.getTime(),
    now: now.getTime(),
    time: localTime(given.settings, now, random),
    texts: sampleTexts(random),
    rows,
  };
  const counters = new Map<number, number>();
  const lastCaseOf = new Map<string, string>();
  const stories = arrivals(world, given.customers, given.count).map((arrival) => {
    const { year } = calendarMomentAt(new Date(arrival.at), given.settings);
    const last = (counters.get(year) ?? 0) + 1;
    counters.set(year, last);
    return begin(world, arrival, `${year}-${String(last).padStart(6, '0')}`);
  });
  for (const { story, subject, by } of stories) {
    register(story, by);
    live(world, story, { ...subject, earlier: lastCaseOf.get(story.customer.id) ?? null });
    lastCaseOf.set(story.customer.id, story.row.id);
  }
  return rows;
}

function begin(world: World, { at, category, customer, opening, channel }: Arrival, number: string) {
  const { random, settings } = world;
  const { language } = customer;
  const marks = inventMarks(random, language, category.parent, at);
  const fill = (text: string): string => fillMarks(random, text, marks, at, settings, { opening: true });
  const named = fill(opening.subject);
  const subject =
    opening.body.includes('{street}') && !opening.subject.includes('{') && random.chance(0.4)
      ? `${named} – ${marks.street}`
      : named;
  const spoken = channel === 'phone' || channel === 'visit';
  const description = fill(world.texts.dressed(opening, language, spoken));
  // Whoever writes a mail names no category; it is found later.
  const known = channel !== 'mail';
  const urgent = ['power-outage', 'water-outage', 'sewage', 'disconnection', 'voltage'].includes(category.key) ? 1 : 0;
  const pressing = opening.register === 'angry' ? 1.6 : 1;
  const priority =
    opening.kind === 'suggestion' || opening.kind === 'remark'
      ? random.weighted(['low', 'normal'] as const, (one) => ({ low: 60, normal: 40 })[one])
      : random.weighted(
          ['low', 'normal', 'high', 'urgent'] as const,
          (one) => ({ low: 6, normal: 72, high: (14 + 18 * urgent) * pressing, urgent: 2 + 9 * urgent })[one],
        );
  const registered = new Date(at);
  const row: Story['row'] = {
    organisation_id: world.rows.organisationId,
    id: newId(),
    number,
    tracking_code: newTrackingCode(),
    kind: known ? opening.kind : 'request',
    subject,
    description,
    state: 'open',
    outcome: null,
    priority,
    channel,
    language,
    customer_id: customer.id,
    category_id: known ? category.id : null,
    product_id: known ? category.productId : null,
    unit_id: known ? (world.organisation.units.find((unit) => unit.key === category.unit)?.id ?? null) : null,
    assignee_id: null,
    dispute_level: 0,
    registered_at: registered,
    last_activity_at: registered,
    last_message_by: 'customer',
    first_claimed_at: null,
    open_claim_id: null,
    lapses_at: null,
    next_reminder_at: null,
    closed_at: null,
    reopenable_until: null,
    waiting_reason: null,
    waiting_until: null,
    words: `${subject}\n${description}\n${customer.name}`,
  };
  world.rows.cases.push(row);
  if (channel === 'mail' && customer.email)
    world.rows.mails.push({
      id: newId(),
      from: customer.email.value,
      fromName: customer.name,
      subject,
      text: description,
      at: registered,
      caseId: row.id,
    });
  const story: Story = { rows: world.rows, row, customer, claims: [], lastOutcome: null };
  const about = {
    language,
    category: category.key,
    parent: category.parent,
    kind: opening.kind,
    used: new Set<string>(),
  };
  return {
    story,
    subject: { category, kind: opening.kind, marks, about },
    by: spoken ? contactAgent(world) : channel === 'mail' ? ('mail' as const) : ('customer' as const),
  };
}

/** After customers, their segments and received mails, which it refers to. */
export async function writeSampleCases(ctx: Context, rows: SampleRows): Promise<void> {
  // Claims refer to their case and an open one is referred to by it: the case is written first, without.
  const claimed = rows.cases.filter((row) => row.state === 'claimed');
  // The tree of the sample holds from its first day, so where customers stand now they stood then.
  const places = await on<SegmentViews>(ctx)
    .selectFrom('customer_segments')
    .select(['customer_id', 'segment_id', 'tree_version'])
    .where('organisation_id', '=', ctx.organisationId)
    .execute();
  const segments = new Map(places.map(({ customer_id, ...place }) => [customer_id, place]));
  await insertRecords(
    ctx,
    'cases',
    rows.cases.map((row) => ({
      ...row,
      ...segments.get(row.customer_id),
      state: row.state === 'claimed' ? 'open' : row.state,
      open_claim_id: null,
    })),
    {
      besides: ['words'],
      computed: { search: sql`rida_search_vector(item->>'words')` },
    },
  );
  await insertRows<CaseTables, 'case_messages'>(ctx, 'case_messages', rows.messages);
  await insertRows<CaseTables, 'case_claims'>(ctx, 'case_claims', rows.claims);
  await sql`update cases set state = 'claimed', open_claim_id = claim.id
      from json_to_recordset(${JSON.stringify(claimed.map((row) => ({ case_id: row.id, id: row.open_claim_id })))}::json) as claim(case_id uuid, id uuid)
     where organisation_id = ${ctx.organisationId} and cases.id = claim.case_id`.execute(ctx.transaction);
  await underRole(ctx, 'rida_customer', async () => {
    // Each row is written with its own case in hand, as its customer would have had it.
    const before = sql`set_config('app.case', item->>'case_id', true)`;
    const ofCustomers = <Row extends { actor_kind: string }>(all: readonly Row[]): Row[] =>
      all.filter((row) => row.actor_kind === 'customer');
    await insertRecords(ctx, 'case_grants', rows.grants, { before });
    await insertRecords(ctx, 'case_disputes', ofCustomers(rows.disputes), { before });
    await insertRecords(ctx, 'case_outcomes', ofCustomers(rows.outcomes), { before });
  });
  await underRole(ctx, 'rida_staff', async () => {
    await insertRows<CaseTables, 'case_notes'>(ctx, 'case_notes', rows.notes);
    await insertRows<CaseTables, 'case_disputes'>(
      ctx,
      'case_disputes',
      rows.disputes.filter((row) => row.actor_kind === 'staff'),
    );
    await insertRows<CaseTables, 'case_outcomes'>(
      ctx,
      'case_outcomes',
      rows.outcomes.filter((row) => row.actor_kind === 'staff'),
    );
  });
  await insertRows<CaseTables, 'case_outcomes'>(
    ctx,
    'case_outcomes',
    rows.outcomes.filter((row) => row.actor_kind === 'system'),
  );
  await insertRows<CaseTables, 'case_reopenings'>(ctx, 'case_reopenings', rows.reopenings);
  await insertRows<CaseTables, 'case_reminders'>(ctx, 'case_reminders', rows.reminders);
  await insertHistory(ctx, rows.events);
  await writePromises(ctx, rows, (customerId) => segments.get(customerId)?.segment_id ?? null);
  await writeCounters(ctx, rows);
  await writeLetters(ctx, rows);
}

/** The clocks of the stories, and when customers were told that their cases are received. */
async function writePromises(
  ctx: Context,
  rows: SampleRows,
  segmentOf: (customerId: string) => string | null,
): Promise<void> {
  const paths = await segmentPaths(ctx);
  const emailed = new Set(rows.mails.map(({ caseId }) => caseId));
  const told = (row: Pick<CaseRow, 'id' | 'channel'>): boolean => row.channel === 'portal' || emailed.has(row.id);
  const histories = clockHistories(rows, {
    pathOf: (customerId) => paths.get(segmentOf(customerId) ?? '') ?? [],
    told,
  });
  await writeClockHistory(ctx, histories);
  await insertRows<CaseTables, 'case_acknowledgements'>(
    ctx,
    'case_acknowledgements',
    rows.cases.filter(told).map((row) => ({
      organisation_id: ctx.organisationId,
      case_id: row.id,
      how: row.channel === 'portal' ? 'screen' : 'mail',
      promised_at: null,
      person_id: null,
      at: row.registered_at,
    })),
  );
}

async function writeCounters(ctx: Context, rows: SampleRows): Promise<void> {
  const last = new Map(rows.cases.map((row) => row.number.split('-').map(Number) as [number, number]));
  await on<CaseTables>(ctx)
    .insertInto('case_counters')
    .values([...last].map(([year, number]) => ({ organisation_id: ctx.organisationId, year, last: number })))
    .execute();
}

/** The newest letters, so that the outbox has something to show. No mail server is set: they are held. */
async function writeLetters(ctx: Context, rows: SampleRows): Promise<void> {
  const reachable = new Set(rows.mails.map((mail) => mail.caseId));
  const about = new Map<string, CaseRow>(
    (
      await on<CaseTables>(ctx)
        .selectFrom('cases')
        .select(caseColumns)
        .where('organisation_id', '=', ctx.organisationId)
        .where('state', '<>', 'closed')
        .execute()
    ).map((row) => [row.id, row]),
  );
  const letters: { at: Date; write: (past: Context) => Promise<void> }[] = [];
  const newest = <T extends { case_id: string }>(all: readonly T[], count: number): T[] =>
    all.filter((one) => about.has(one.case_id)).slice(-count);
  const byTime = rows.claims
    .filter((claim) => about.get(claim.case_id)?.open_claim_id === claim.id)
    .toSorted((one, other) => Number(one.claimed_at) - Number(other.claimed_at));
  for (const claim of newest(byTime, 16)) {
    const row = about.get(claim.case_id);
    if (row)
      letters.push({
        at: new Date(claim.claimed_at),
        write: (past) => tellClaimed(past, row, { answer: claim.answer, lapsesAt: new Date(claim.lapses_at) }),
      });
  }
  for (const dispute of newest(
    rows.disputes.toSorted((one, other) => Number(one.at) - Number(other.at)),
    5,
  )) {
    const row = about.get(dispute.case_id);
    if (row)
      letters.push({
        at: new Date(dispute.at),
        write: (past) => tellDisputed(past, row, { toUnitId: dispute.to_unit_id ?? null }),
      });
  }
  for (const row of [...about.values()]
    .filter((one) => !reachable.has(one.id))
    .toSorted((one, other) => Number(one.registered_at) - Number(other.registered_at))
    .slice(-12)) {
    letters.push({
      at: row.registered_at,
      write: async (past) => void (await tellRegistered(past, row, await promisedBy(past, row.id))),
    });
  }
  for (const letter of letters.toSorted((one, other) => Number(one.at) - Number(other.at)))
    await asOf(ctx, letter.at, letter.write);
}
