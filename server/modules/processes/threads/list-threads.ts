// Threads of a model, the one in which something was said last first; and how many are open at which element.
import { sql } from 'kysely';
import type { Thread } from '#contract/process-threads.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { requireModel } from '../models/models.ts';
import { elementNames } from './element-names.ts';
import { threadOf, threadRows } from './threads.ts';

export type ThreadFilter = {
  id: string;
  /** Which diagram is asked whether it still has the elements; without, the draft. */
  version?: number | undefined;
  state?: 'open' | 'settled' | undefined;
  elementId?: string | undefined;
};

/** Throws `process.not-found`, `process.version-not-found`. */
export async function listThreads(
  ctx: Context,
  input: ThreadFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: Thread[]; next: string | null }> {
  const { id, version = null, state, elementId } = input;
  await requireModel(ctx, id);
  const conditions = [sql`t.model_id = ${id}`];
  if (state) conditions.push(state === 'open' ? sql`t.settled_at is null` : sql`t.settled_at is not null`);
  if (elementId !== undefined) conditions.push(sql`t.element_id = ${elementId}`);
  if (input.cursor !== undefined) {
    const [at, last] = decodeCursor(input.cursor, 2);
    conditions.push(sql`(t.changed_at, t.id) < (${String(at)}::timestamptz, ${String(last)}::uuid)`);
  }
  const rows = await threadRows(ctx, sql.join(conditions, sql` and `), input.limit + 1);
  const names = rows.length > 0 ? await elementNames(ctx, id, version) : new Map<string, null>();
  return page(
    rows,
    input.limit,
    (row) => threadOf(ctx, row, names),
    (row) => [row.changed_at.toISOString(), row.id],
  );
}

/** Those about the model as a whole under an empty id. Throws `process.not-found`. */
export async function countThreads(
  ctx: Context,
  id: string,
): Promise<{ elements: { elementId: string; open: number }[] }> {
  await requireModel(ctx, id);
  const { rows } = await sql<{ elementId: string; open: number }>`
    select coalesce(element_id, '') as "elementId", count(*)::int as open from process_threads
     where organisation_id = ${ctx.organisationId} and model_id = ${id} and settled_at is null
     group by element_id order by element_id nulls first limit 2000`.execute(ctx.transaction);
  return { elements: rows };
}
