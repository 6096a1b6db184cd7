// Who acts on processes, and how people are called beside what they did.
import type { PersonRef } from '#contract/common.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';

/** The person who acts. Throws `process.only-people` for programs. */
export function actingPerson(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw processErrors.onlyPeople();
  return ctx.actor.personId;
}

/** For what a program may do too. */
export const personOrNull = (ctx: Context): string | null => (ctx.actor.kind === 'staff' ? ctx.actor.personId : null);

export type People = (id: string | null) => PersonRef | null;

/** Names in one question, however many there are. */
export async function peopleNamed(ctx: Context, ids: readonly (string | null)[]): Promise<People> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return () => null;
  const rows = await on<OrganisationViews>(ctx)
    .selectFrom('person_briefs')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', wanted)
    .execute();
  const names = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name }]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
