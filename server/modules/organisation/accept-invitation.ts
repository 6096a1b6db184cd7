// Accepts an invitation: the address gets a sign-in (or proves the one it has) and the person joins the organisation.
import { countAttempt } from '#platform/access/attempts.ts';
import { append, on, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import type { Platform } from '#platform/platform.ts';
import { cleanLine } from './clean-words.ts';
import { createPerson } from './create-person.ts';
import { errors, refusing } from './errors.ts';
import { findInvitation, type FoundInvitation } from './find-invitation.ts';
import { openAccount } from './open-account.ts';
import type { OrganisationTables } from './tables.ts';

const windowMs = 15 * 60_000;

/** Throws like `findInvitation`, and `account.password-wrong`, `person.email-taken`, `person.account-elsewhere`. */
export async function acceptInvitation(
  platform: Platform,
  input: { token: string; name: string; password: string; address: string },
): Promise<{ email: string }> {
  const found = await findInvitation(platform, input.token);
  const name = cleanLine('name', input.name);
  // An address that has an account could be asked for its password here as often as one likes.
  await countAttempt(platform, `invitation:${found.id}`, 10, windowMs);
  const accountId = await openAccount(platform, {
    email: found.email,
    name,
    password: input.password,
    address: input.address,
  });
  const actor = { kind: 'system', name: 'accept-invitation' } as const;
  await transact(platform, { organisationId: found.organisation_id, actor }, (ctx) =>
    join(ctx, found, { name, accountId }),
  );
  return { email: found.email };
}

async function join(ctx: Context, found: FoundInvitation, person: { name: string; accountId: string }): Promise<void> {
  const now = ctx.clock.now();
  const used = await on<OrganisationTables>(ctx)
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', found.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  // It was open a moment ago: somebody else used it or took it back in between.
  if (!used) throw errors.invitationUsed();
  const personId =
    (await joinAsNamed(ctx, found, person)) ??
    (await createPerson(ctx, { ...person, email: found.email, roles: found.roles, language: found.language }));
  await takePosition(ctx, found.position_id, personId);
  append(ctx, { type: 'invitation.accepted', subjectType: 'invitation', subjectId: found.id, data: { personId } });
}

/** Somebody with that address may be named here already without a sign-in: then it becomes theirs. */
async function joinAsNamed(
  ctx: Context,
  found: FoundInvitation,
  person: { name: string; accountId: string },
): Promise<string | undefined> {
  const update = on<OrganisationTables>(ctx)
    .updateTable('people')
    .set({
      account_id: person.accountId,
      name: person.name,
      roles: found.roles,
      active: true,
      ...(found.language ? { language: found.language } : {}),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', found.email))
    .where('account_id', 'is', null)
    .returning('id')
    .executeTakeFirst();
  const named = await refusing({ people_by_account: () => errors.personAccountElsewhere() }, update);
  if (named)
    append(ctx, { type: 'person.joined', subjectType: 'person', subjectId: named.id, data: { roles: found.roles } });
  return named?.id;
}

/** The position may have been filled or removed since the invitation: joining does not fail for that. */
async function takePosition(ctx: Context, positionId: string | null, personId: string): Promise<void> {
  if (positionId === null) return;
  const taken = await on<OrganisationTables>(ctx)
    .updateTable('positions')
    .set({ person_id: personId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', positionId)
    .where('person_id', 'is', null)
    .returning('unit_id')
    .executeTakeFirst();
  if (taken)
    append(ctx, {
      type: 'position.held',
      subjectType: 'position',
      subjectId: positionId,
      data: { unitId: taken.unit_id, personId, previousPersonId: null },
    });
}
