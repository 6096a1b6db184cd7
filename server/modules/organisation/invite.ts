// Invites a person by a link that works once, for seven days.
import type { z } from 'zod';
import type { Language } from '#contract/common.ts';
import type { Invitation as InvitationContract, Role } from '#contract/organisation.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { cleanEmail, cleanLine } from './clean-words.ts';
import { errors } from './errors.ts';
import { readPosition } from './list-positions.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { revoke } from './revoke-invitation.ts';
import type { OrganisationTables } from './tables.ts';

export type Invitation = z.infer<typeof InvitationContract>;

const validMs = 7 * 86_400_000;

type NewInvitation = {
  email: string;
  name: string;
  roles: readonly Role[];
  positionId?: string | undefined;
  language?: Language | undefined;
  /** The outside party that the person works for; such a person is named already, and gets no roles. */
  dealerId?: string | undefined;
};

/**
 * The link comes sealed: an answer may be stored under an idempotency key, and only its hash may lie in the database.
 * An earlier invitation of the same address ends. Throws `person.email-taken` when that person can sign in already.
 */
export async function invite(ctx: Context, input: NewInvitation): Promise<Invitation & { sealedLink: string }> {
  if (ctx.actor.kind !== 'staff') throw commonErrors.forbidden();
  const email = cleanEmail(input.email);
  const db = on<OrganisationTables>(ctx);
  // Two invitations of one address at the same moment must not both stay open.
  await lockOrganisation(ctx);
  const member = await db
    .selectFrom('people')
    .select(['account_id', 'dealer_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .executeTakeFirst();
  if (member && (member.account_id !== null || member.dealer_id !== (input.dealerId ?? null)))
    throw errors.personEmailTaken();
  if (input.positionId !== undefined) {
    const position = await readPosition(ctx, input.positionId);
    if (position.personId !== null) throw errors.positionHeld({ id: position.id, personId: position.personId });
  }
  const earlier = await db
    .selectFrom('invitations')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await revoke(
    ctx,
    earlier.map((row) => row.id),
  );
  const id = newId();
  const secret = newSecret();
  const now = ctx.clock.now();
  const invitation = {
    id,
    email,
    name: cleanLine('name', input.name),
    roles: [...new Set(input.roles)],
    invitedAt: now,
    expiresAt: new Date(now.getTime() + validMs),
  };
  await db
    .insertInto('invitations')
    .values({
      organisation_id: ctx.organisationId,
      id,
      email,
      name: invitation.name,
      roles: invitation.roles,
      position_id: input.positionId ?? null,
      language: input.language ?? null,
      secret_hash: ctx.platform.secrets.hash(secret),
      invited_by: ctx.actor.personId,
      invited_at: now,
      expires_at: invitation.expiresAt,
    })
    .execute();
  append(ctx, {
    type: 'invitation.sent',
    subjectType: 'invitation',
    subjectId: id,
    data: { roles: invitation.roles, positionId: input.positionId ?? null },
  });
  return {
    ...invitation,
    state: 'pending',
    sealedLink: ctx.platform.secrets.encrypt(`${ctx.platform.config.publicUrl}/invitation/${secret}`),
  };
}
