// Threads as the API shows them, and as verbs need them.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Thread, ThreadEntry } from '#contract/process-threads.ts';
import { may, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { isOwner } from '../models/models.ts';
import { personOrNull } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';
import { elementNames, type ElementNames } from './element-names.ts';
import { threadErrors } from './errors.ts';

type ThreadRow = Selectable<ProcessTables['process_threads']>;

/** Of a longer thread the last are shown. */
const mostShown = 100;

/** Locked: what is said in a thread comes one after the other. Throws `process-thread.not-found`. */
export async function requireThread(ctx: Context, id: string): Promise<ThreadRow> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_threads')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw threadErrors.notFound({ id });
  return row;
}

export const maySettle = (ctx: Context, thread: { opened_by: string }, model: { owner_id: string }): boolean =>
  may(ctx.actor, 'process.comment') &&
  (thread.opened_by === personOrNull(ctx) || isOwner(ctx, model) || may(ctx.actor, 'process.operate'));

export async function writeEntry(
  ctx: Context,
  entry: { threadId: string; kind: ThreadEntry['kind']; body: string | null; byId: string },
): Promise<void> {
  await on<ProcessTables>(ctx)
    .insertInto('process_thread_entries')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      thread_id: entry.threadId,
      kind: entry.kind,
      body: entry.body,
      at: ctx.clock.now(),
      by_id: entry.byId,
    })
    .execute();
}

export type ShownRow = ThreadRow & {
  owner_id: string;
  opened_name: string;
  settled_name: string | null;
  entries: { id: string; kind: ThreadEntry['kind']; body: string | null; at: string; byId: string; byName: string }[];
  total: number;
};

/** `t`: the threads. The one in which something was said last comes first. */
export async function threadRows(ctx: Context, where: RawBuilder<unknown>, limit: number): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select t.*, m.owner_id, o.name as opened_name, s.name as settled_name, e.entries, e.total
      from process_threads t
      join process_models m on m.organisation_id = t.organisation_id and m.id = t.model_id
      join person_briefs o on o.organisation_id = t.organisation_id and o.id = t.opened_by
      left join person_briefs s on s.organisation_id = t.organisation_id and s.id = t.settled_by
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'body', l.body, 'at', l.at, 'byId', l.by_id, 'byName', p.name)
                 order by l.at, l.id), '[]') as entries, coalesce(max(l.total), 0)::int as total
          from (select n.*, count(*) over () as total from process_thread_entries n
                 where n.organisation_id = t.organisation_id and n.thread_id = t.id order by n.at desc, n.id desc limit ${mostShown}) l
          join person_briefs p on p.organisation_id = l.organisation_id and p.id = l.by_id) e
     where t.organisation_id = ${ctx.organisationId} and ${where}
     order by t.changed_at desc, t.id desc limit ${limit}`.execute(ctx.transaction);
  return rows;
}

export function threadOf(ctx: Context, row: ShownRow, names: ElementNames): Thread {
  const there = row.element_id === null || names.has(row.element_id);
  return {
    id: row.id,
    modelId: row.model_id,
    elementId: row.element_id,
    elementName: (row.element_id === null ? null : names.get(row.element_id)) ?? row.element_name,
    elementThere: there,
    version: row.version,
    revision: row.revision,
    openedAt: row.opened_at,
    openedBy: { id: row.opened_by, name: row.opened_name },
    settledAt: row.settled_at,
    settledBy: row.settled_by === null ? null : { id: row.settled_by, name: row.settled_name! },
    entries: row.entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      body: entry.body,
      at: new Date(entry.at),
      by: { id: entry.byId, name: entry.byName },
    })),
    earlier: row.total - row.entries.length,
    maySettle: maySettle(ctx, row, row),
  };
}

/** As it stands now, beside the draft or the version that it was opened at. */
export async function getThread(ctx: Context, id: string): Promise<Thread> {
  const [row] = await threadRows(ctx, sql`t.id = ${id}`, 1);
  return threadOf(ctx, row!, await elementNames(ctx, row!.model_id, row!.version));
}
