// Models of processes, the one changed last first.
import { sql } from 'kysely';
import type { ModelBrief, ModelStatus } from '#contract/processes.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { briefOf, briefRows } from './models.ts';
import { personOrNull } from '../tasks/people.ts';

export type ModelFilter = {
  status?: ModelStatus | undefined;
  unitId?: string | undefined;
  owner?: 'me' | undefined;
  proposed?: 'yes' | undefined;
  q?: string | undefined;
};

export async function listModels(
  ctx: Context,
  input: ModelFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: ModelBrief[]; next: string | null }> {
  const { status, unitId, owner, proposed, q } = input;
  const conditions = [status === 'retired' ? sql`m.retired_at is not null` : sql`m.retired_at is null`];
  if (status === 'draft') conditions.push(sql`m.version is null`);
  if (status === 'in-force') conditions.push(sql`m.version is not null`);
  if (unitId) conditions.push(sql`m.unit_id = ${unitId}`);
  if (owner) conditions.push(sql`m.owner_id = ${personOrNull(ctx)}`);
  if (proposed)
    conditions.push(
      sql`exists (select from process_proposals w where w.organisation_id = m.organisation_id and w.model_id = m.id and w.decision is null)`,
    );
  if (q) {
    const part = `%${normaliseText(q).replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      sql`rida_normalise(concat_ws(' ', m.key, m.name->>'ar', m.name->>'fa', m.name->>'en')) like ${part}`,
    );
  }
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    conditions.push(sql`(m.changed_at, m.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`);
  }
  const rows = await briefRows(ctx, sql.join(conditions, sql` and `), input.limit + 1);
  return page(rows, input.limit, briefOf, (row) => [row.changed_at.toISOString(), row.id]);
}
