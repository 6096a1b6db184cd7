// Makes a link by which a person who forgot the password sets a new one: it works once, for one day.
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

const validMs = 86_400_000;

/**
 * The link comes sealed, as an invitation's does; an earlier one of the same person ends. Throws `person.not-found`,
 * `person.inactive` and `person.no-account`.
 *
 * Accounts are of the installation, but no other organisation loses one by this: an account belongs to one membership
 * (`people_by_account` is unique), so a person of ours with an account has no second one elsewhere.
 */
export async function makePasswordLink(
  ctx: Context,
  personId: string,
): Promise<{ sealedLink: string; expiresAt: Date }> {
  if (ctx.actor.kind !== 'staff') throw commonErrors.forbidden();
  const db = on<OrganisationTables>(ctx);
  // Locked: of two links made at the same moment only the later may stay open.
  const person = await db
    .selectFrom('people')
    .select(['active', 'account_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!person) throw errors.personNotFound({ id: personId });
  if (!person.active) throw errors.personInactive({ id: personId });
  if (person.account_id === null) throw errors.personNoAccount({ id: personId });
  await revokePasswordLinks(ctx, personId);
  const id = newId();
  const secret = newSecret();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + validMs);
  await db
    .insertInto('password_links')
    .values({
      organisation_id: ctx.organisationId,
      id,
      person_id: personId,
      secret_hash: ctx.platform.secrets.hash(secret),
      made_by: ctx.actor.personId,
      made_at: now,
      expires_at: expiresAt,
    })
    .execute();
  append(ctx, {
    type: 'person.password-link-made',
    subjectType: 'person',
    subjectId: personId,
    data: { passwordLinkId: id },
  });
  return { sealedLink: ctx.platform.secrets.encrypt(`${ctx.platform.config.publicUrl}/password/${secret}`), expiresAt };
}

/** Ends what is still open of a person's links. */
export async function revokePasswordLinks(ctx: Context, personId: string): Promise<void> {
  await on<OrganisationTables>(ctx)
    .updateTable('password_links')
    .set({ revoked_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}
