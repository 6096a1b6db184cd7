// The timeline of a customer, over all records merged into it: what every module appended, newest first; and the channels used.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { CustomerTimelineItem, TimelineKind } from '#contract/customer-record.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { PlatformTables } from '#platform/tables.ts';
import { recordsOf } from './records-of.ts';
import { requireOpen } from './require-open.ts';
import type { CustomerTables } from './tables.ts';

type Kind = z.infer<typeof TimelineKind>;
type Tables = Pick<PlatformTables, 'events'> & OrganisationViews & CustomerTables;

/** The first that fits; what later modules append is `other` until it has a kind here. */
const kinds: readonly (readonly [Kind, RegExp, RawBuilder<SqlBool>])[] = [
  ['consent', /^customer\.consent/, sql`e.type ^@ 'customer.consent'`],
  ['record', /^customer\./, sql`e.type ^@ 'customer.' and not e.type ^@ 'customer.consent'`],
  ['message', /^(case\.message|message\.)/, sql`(e.type ^@ 'case.message' or e.type ^@ 'message.')`],
  ['case', /^case\./, sql`e.type ^@ 'case.' and not e.type ^@ 'case.message'`],
  ['purchase', /^purchase\./, sql`e.type ^@ 'purchase.'`],
];

const kindOf = (type: string): Kind => kinds.find(([, fits]) => fits.test(type))?.[0] ?? 'other';

function condition(kind: Kind): RawBuilder<SqlBool> {
  const known = kinds.find(([one]) => one === kind);
  return known
    ? sql`(${known[2]})`
    : sql`not (e.type ^@ 'customer.' or e.type ^@ 'case.' or e.type ^@ 'message.' or e.type ^@ 'purchase.')`;
}

/** Throws `customer.not-found`. */
export async function customerTimeline(
  ctx: Context,
  input: { id: string; kind?: Kind | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: CustomerTimelineItem[]; next: string | null }> {
  await requireOpen(ctx, input.id);
  const records = await recordsOf(ctx, input.id);
  let query = on<Tables>(ctx)
    .selectFrom('events as e')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.actor_id'),
    )
    .leftJoin('customers as c', (join) =>
      join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.actor_id'),
    )
    .select(['e.id', 'e.at', 'e.type', 'e.subject_type', 'e.subject_id', 'e.actor_kind', 'e.actor_id', 'e.data'])
    .select(['p.name as person_name', 'c.name as customer_name'])
    .where('e.organisation_id', '=', ctx.organisationId)
    .where('e.customer_id', 'in', records);
  if (input.kind) query = query.where(condition(input.kind));
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<SqlBool>`(e.at, e.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`);
  }
  const rows = await query
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      at: row.at,
      kind: kindOf(row.type),
      type: row.type,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.person_name ?? row.customer_name },
      data: row.data as Record<string, unknown>,
    }),
    (row) => [row.at.toISOString(), row.id],
  );
}

/** Of cases and messages that came from the customer in the last twelve months. Throws `customer.not-found`. */
export async function channelUse(
  ctx: Context,
  customerId: string,
): Promise<{ items: { channel: string; count: number }[]; total: number }> {
  await requireOpen(ctx, customerId);
  const since = new Date(ctx.clock.now());
  since.setUTCFullYear(since.getUTCFullYear() - 1);
  const { rows } = await sql<{ channel: string; count: number }>`
    select e.data ->> 'channel' as channel, count(*)::integer as count from events e
     where e.organisation_id = ${ctx.organisationId} and e.customer_id = any(${await recordsOf(ctx, customerId)}::uuid[])
       and e.at >= ${since} and e.type in ('case.registered', 'case.message-received') and e.data ->> 'channel' is not null
     group by 1 order by count desc, channel`.execute(ctx.transaction);
  return { items: rows, total: rows.reduce((sum, row) => sum + row.count, 0) };
}
