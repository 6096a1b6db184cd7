// Closes a case for another reason than a solution: duplicate, out of scope, abuse or law, with a named person and an explanation.
import { cleanText } from '#kernel/text/clean.ts';
import { requireAuthority } from '#modules/authority/index.ts';
import { on, type Context } from '#platform/context.ts';
import { endCase } from './end-case.ts';
import { caseErrors } from './errors.ts';
import { tellClosedByAuthority } from './letters.ts';
import { staffActions } from './lifecycle.ts';
import { lockCase } from './lock-case.ts';
import type { CaseTables } from './tables.ts';

export type AuthorityClosure = {
  id: string;
  reason: 'duplicate' | 'out-of-scope' | 'abuse' | 'law';
  explanation: string;
  duplicateOfId?: string | null | undefined;
  overrideReason?: string | null | undefined;
};

export async function closeByAuthority(ctx: Context, input: AuthorityClosure): Promise<void> {
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const row = await lockCase(ctx, input.id, staffActions['close-by-authority'].states);
  const duplicateOfId = input.reason === 'duplicate' ? (input.duplicateOfId ?? null) : null;
  if (duplicateOfId === row.id) throw caseErrors.duplicateOfItself();
  if (duplicateOfId) {
    const other = await on<CaseTables>(ctx)
      .selectFrom('cases')
      .select('id')
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', duplicateOfId)
      .executeTakeFirst();
    if (!other) throw caseErrors.notFound({ id: duplicateOfId });
  }
  // Where the organisation has rules for it; the permission of the route holds in any case.
  await requireAuthority(ctx, {
    action: 'case.close-by-authority',
    unitId: row.unit_id,
    subject: { type: 'case', id: row.id },
    override: input.overrideReason ? { reason: cleanText(input.overrideReason) } : null,
  });
  const explanation = cleanText(input.explanation);
  const { reopenableUntil } = await endCase(ctx, row, {
    kind: 'closed_by_authority',
    actor_kind: 'staff',
    actor_id: ctx.actor.personId,
    reason: input.reason,
    text: explanation,
    duplicate_of_id: duplicateOfId,
  });
  await tellClosedByAuthority(ctx, row, { reason: input.reason, explanation, reopenableUntil });
}
