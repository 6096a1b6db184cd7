// Changes one's own name and language.
import type { Language } from '#contract/common.ts';
import type { Person } from '#contract/organisation.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { cleanLine } from './clean-words.ts';
import { readOutsider } from './list-people.ts';
import type { OrganisationTables } from './tables.ts';
import { updatePerson } from './update-person.ts';

export async function updateMe(
  ctx: Context,
  input: { name?: string | undefined; language?: Language | null | undefined },
): Promise<Person> {
  if (ctx.actor.kind === 'dealer') return updateOutsider(ctx, ctx.actor.personId, input);
  if (ctx.actor.kind !== 'staff') throw commonErrors.forbidden();
  return updatePerson(ctx, { id: ctx.actor.personId, name: input.name, language: input.language });
}

/** The database lets a dealer's person change these two and nothing else. */
async function updateOutsider(
  ctx: Context,
  id: string,
  { name, language }: { name?: string | undefined; language?: Language | null | undefined },
): Promise<Person> {
  const before = await readOutsider(ctx, id);
  await on<OrganisationTables>(ctx)
    .updateTable('people')
    .set({
      name: name === undefined ? before.name : cleanLine('name', name),
      language: language === undefined ? before.language : language,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, { type: 'person.changed', subjectType: 'person', subjectId: id });
  return readOutsider(ctx, id);
}
