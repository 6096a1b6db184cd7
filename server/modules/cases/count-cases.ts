// How many cases stand in the usual views of the inbox. Counting stops at a thousand: beyond it the screen says "999+".
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

const most = 1000;

export type CaseCounts = {
  mine: number;
  unassigned: number;
  open: number;
  claimed: number;
  disputed: number;
  overdue: number;
};

export async function countCases(ctx: Context): Promise<CaseCounts> {
  const me = ctx.actor.kind === 'staff' ? ctx.actor.personId : null;
  const counted = (condition: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from (select from cases where organisation_id = ${ctx.organisationId} and ${condition} limit ${most}) counted)`;
  const { rows } = await sql<CaseCounts>`
    select ${me === null ? sql`0` : counted(sql`state = 'open' and assignee_id = ${me}`)} as mine,
           ${counted(sql`state = 'open' and assignee_id is null`)} as unassigned,
           ${counted(sql`state = 'open'`)} as open,
           ${counted(sql`state = 'claimed'`)} as claimed,
           ${counted(sql`state <> 'closed' and dispute_level > 0`)} as disputed,
           (select count(*)::int from (select from case_due where organisation_id = ${ctx.organisationId} and next_due_at < ${ctx.clock.now()} limit ${most}) late) as overdue`.execute(
    on<CaseTables>(ctx),
  );
  return rows[0]!;
}
