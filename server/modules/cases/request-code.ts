// Sends a one-time code to the customer of a case, and opens the case for whoever types it in.
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { toLatinDigits } from '#kernel/digits.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { issueGrant, markUsed } from './grants.ts';
import { tellCode, type CodeLetter } from './letters.ts';

export const codeMinutes = 15;

/** As people type it: any digits, spaces, small letters, with or without hyphens. */
export function readTrackingCode(typed: string): string {
  const symbols = toLatinDigits(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return symbols.length === 12 ? `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}` : symbols;
}

/** Says nothing about whether the case exists: it does the same or nothing. */
export async function requestCode(ctx: Context, input: { trackingCode: string }): Promise<{ minutes: number }> {
  const trackingCode = readTrackingCode(input.trackingCode);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = ctx.clock.now();
  const ends = new Date(now.getTime() + codeMinutes * 60_000);
  const { rows } = await sql<CodeLetter>`
    select case_id as "caseId", number, language, customer_name as "customerName", address
      from make_case_code(${trackingCode}, ${hashOf(ctx, trackingCode, code)}, ${newId()}, ${now}, ${ends})`.execute(
    ctx.transaction,
  );
  if (rows[0]) await tellCode(ctx, rows[0], { code, minutes: codeMinutes });
  return { minutes: codeMinutes };
}

/** Only the newest code counts, five tries each. Null when anything is wrong: the count of tries must outlive the refusal. */
export async function redeemCode(
  ctx: Context,
  input: { trackingCode: string; code: string },
): Promise<{ grant: string; expiresAt: Date } | null> {
  const trackingCode = readTrackingCode(input.trackingCode);
  const typed = toLatinDigits(input.code).replace(/\D/g, '');
  const { rows } = await sql<{ caseId: string; customerId: string; contactPointId: string }>`
    select case_id as "caseId", customer_id as "customerId", contact_point_id as "contactPointId"
      from redeem_case_code(${trackingCode}, ${hashOf(ctx, trackingCode, typed)}, ${ctx.clock.now()})`.execute(
    ctx.transaction,
  );
  if (!rows[0]) return null;
  const of = { ...rows[0], method: 'one-time-code' as const };
  const { id, secret, expiresAt } = await issueGrant(ctx, of);
  await markUsed(ctx, { id, ...of });
  return { grant: secret, expiresAt };
}

const hashOf = (ctx: Context, trackingCode: string, code: string): string =>
  ctx.platform.secrets.hash(`${trackingCode}:${code}`);
