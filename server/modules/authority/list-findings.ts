// Findings in one's own decisions, or in those of the people who answer to one. Nobody else has a list of them.
import { sql } from 'kysely';
import type { Finding } from '#contract/authority.ts';
import { actorId } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { page } from '#platform/paging.ts';
import { after, type Paging } from './after.ts';
import { findingViews } from './finding.ts';

export async function listFindings(
  ctx: Context,
  { view, cursor, limit }: Paging & { view: 'mine' | 'people' },
): Promise<{ items: Finding[]; next: string | null }> {
  const me = actorId(ctx.actor);
  const whose =
    view === 'mine' ? sql`f.person_id = ${me}::uuid` : sql`f.person_id = any(${await ownPeople(ctx, me)}::uuid[])`;
  const rows = await findingViews(ctx, sql`${whose} and ${after(cursor, 'f', 'at')}`, limit + 1);
  return page(
    rows,
    limit,
    ({ personId: _person, decisionId: _decision, ...finding }) => finding,
    (row) => [row.at.toISOString(), row.id],
  );
}

/** Of the people in whose decisions something was found, those who answer to me. */
async function ownPeople(ctx: Context, me: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select found.person_id as id from (select distinct person_id from authority_findings where organisation_id = ${ctx.organisationId}) found
     where ${me}::uuid in (select authority_line_managers(found.person_id))`.execute(ctx.transaction);
  return rows.map(({ id }) => id);
}
