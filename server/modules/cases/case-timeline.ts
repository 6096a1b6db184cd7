// The timeline: all that happened to a case, oldest first, read from the event table and joined with the words.
import { sql } from 'kysely';
import type { TimelineItem } from '#contract/cases.ts';
import type { CustomerViews } from '#modules/customers/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { PlatformTables } from '#platform/tables.ts';
import { attachmentsOf } from './attachments-of.ts';
import { caseWords, wordsId } from './case-words.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

type Tables = CaseTables & Pick<PlatformTables, 'events'> & OrganisationViews & CustomerViews;

export async function caseTimeline(
  ctx: Context,
  input: { id: string; cursor?: string | undefined; limit: number },
): Promise<{ items: TimelineItem[]; next: string | null }> {
  const db = byKey<Tables>(ctx);
  const described = db
    .selectFrom('cases')
    .select('description')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id);
  let query = db
    .selectFrom('events')
    .leftJoin('person_briefs', (join) =>
      join
        .onRef('person_briefs.organisation_id', '=', 'events.organisation_id')
        .onRef('person_briefs.id', '=', 'events.actor_id'),
    )
    .leftJoin('customer_briefs', (join) =>
      join
        .onRef('customer_briefs.organisation_id', '=', 'events.organisation_id')
        .onRef('customer_briefs.id', '=', 'events.actor_id'),
    )
    .select([
      'events.id',
      'events.type',
      'events.at',
      'events.actor_kind',
      'events.actor_id',
      'events.data',
      'person_briefs.name as person_name',
      'customer_briefs.name as customer_name',
    ])
    .where('events.organisation_id', '=', ctx.organisationId)
    .where('events.subject_id', '=', input.id);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(events.at, events.id) > (${String(at)}::timestamptz, ${String(id)}::uuid)`);
  }
  const [there, rows, words, attachments] = await Promise.all([
    described.executeTakeFirst(),
    query
      .orderBy('events.at')
      .orderBy('events.id')
      .limit(input.limit + 1)
      .execute(),
    caseWords(ctx, input.id, { notes: true }),
    attachmentsOf(ctx, input.id),
  ]);
  if (!there) throw caseErrors.notFound({ id: input.id });
  return page(
    rows,
    input.limit,
    (row) => {
      const data = row.data as Record<string, unknown>;
      const id = row.type === 'case.registered' ? input.id : wordsId(data);
      return {
        id: row.id,
        at: row.at,
        type: row.type,
        actor: { kind: row.actor_kind, id: row.actor_id, name: row.person_name ?? row.customer_name },
        text: row.type === 'case.registered' ? there.description : ((id && words.get(id)) ?? null),
        attachments: attachments.filter((one) => one.partId === id).map((one) => one.file),
        data,
      };
    },
    (row) => [row.at.toISOString(), row.id],
  );
}
