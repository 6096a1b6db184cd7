// Grants: the customer's right to one case, proved by a link in a mail, a one-time code, or the device that submitted it.
import { sql } from 'kysely';
import { actingAs, on, type Context } from '#platform/context.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { markVerified } from '#modules/customers/index.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

const dayMs = 86_400_000;
/** Longer than the longest lapse plus the usual time to reopen. */
const lifetimeDays = { 'signed-link': 90, 'one-time-code': 1, 'portal-session': 90 } as const;

export type GrantMethod = keyof typeof lifetimeDays;
export type Grant = {
  id: string;
  caseId: string;
  customerId: string;
  contactPointId: string | null;
  method: GrantMethod;
};
/** A grant that its customer presented in this transaction; what confirmations and disputes ask for. */
export type UsedGrant = Grant & { used: true };

/** The secret leaves once, in the answer or the mail; only its keyed hash is stored. */
export async function issueGrant(
  ctx: Context,
  input: { caseId: string; customerId: string; contactPointId: string | null; method: GrantMethod },
): Promise<{ id: string; secret: string; expiresAt: Date }> {
  const secret = newSecret();
  const id = newId();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + lifetimeDays[input.method] * dayMs);
  await on<CaseTables>(ctx)
    .insertInto('case_grants')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: input.caseId,
      customer_id: input.customerId,
      contact_point_id: input.contactPointId,
      method: input.method,
      secret_hash: ctx.platform.secrets.hash(secret),
      issued_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { id, secret, expiresAt };
}

/**
 * Looks without using: for reading. From here on the database shows this transaction the grant's case and customer, and no
 * other. Throws `portal.grant-needed`, or `portal.grant-expired`: also for one whose address was taken off the customer.
 */
export async function readGrant(ctx: Context, secret: string | undefined): Promise<Grant> {
  if (!secret) throw caseErrors.grantNeeded();
  const { rows } = await sql<Grant & { good: boolean }>`
    select id, case_id as "caseId", customer_id as "customerId", contact_point_id as "contactPointId", method, good
      from present_case_grant(${ctx.platform.secrets.hash(secret)}, ${ctx.clock.now()})`.execute(ctx.transaction);
  if (!rows[0]) throw caseErrors.grantNeeded();
  const { good, ...grant } = rows[0];
  if (!good) throw caseErrors.grantExpired();
  return grant;
}

/** Presents the grant: marks it used, the contact point proved, and makes the customer the actor of what follows. */
export async function useGrant(ctx: Context, secret: string | undefined): Promise<{ grant: UsedGrant; ctx: Context }> {
  const grant = await readGrant(ctx, secret);
  return {
    grant: await markUsed(ctx, grant),
    ctx: actingAs(ctx, { kind: 'customer', customerId: grant.customerId, grantId: grant.id }),
  };
}

export async function markUsed(ctx: Context, grant: Grant): Promise<UsedGrant> {
  await on<CaseTables>(ctx)
    .updateTable('case_grants')
    .set((row) => ({ used_at: row.fn.coalesce('used_at', row.val(ctx.clock.now())) }))
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', grant.id)
    .execute();
  if (grant.contactPointId) await markVerified(ctx, grant.contactPointId);
  return { ...grant, used: true };
}
