// Who is signed in, where, and what they may do.
import type { Session } from '#contract/organisation.ts';
import type { Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { readOutsider, readPerson } from './list-people.ts';
import { readOrganisation } from './read-organisation.ts';

/** An API key is nobody: it is refused. */
export async function readSession(ctx: Context, account: { twoFactorEnabled: boolean }): Promise<Session> {
  if (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'dealer') throw commonErrors.forbidden();
  const organisation = await readOrganisation(ctx);
  const read = ctx.actor.kind === 'dealer' ? readOutsider : readPerson;
  const person = await read(ctx, ctx.actor.personId);
  return {
    person,
    organisation,
    permissions: [...ctx.actor.permissions].sort(),
    language: person.language ?? organisation.language,
    twoFactorEnabled: account.twoFactorEnabled,
  };
}
