// Records a decision that was taken outside the product, on paper or in another system, by the number of the matter.
import { sql } from 'kysely';
import type { AuthorityDecision, Money } from '#contract/authority.ts';
import { requirePerson } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { requireAuthority } from './decide.ts';
import { decisionViews } from './decision.ts';
import { authorityErrors } from './errors.ts';

export type DecisionRecord = {
  action: string;
  amount: Money | null;
  unitId: string | null;
  reference: string;
  requestedBy: string | null;
  reason: string | null;
};

/** Throws what `requireAuthority` throws, and `authority.not-governed`: without rules there is nothing to hold against it. */
export async function recordDecision(ctx: Context, input: DecisionRecord): Promise<AuthorityDecision> {
  if (input.requestedBy) await requirePerson(ctx, input.requestedBy);
  const { reference, reason, ...question } = input;
  const decided = await requireAuthority(ctx, {
    ...question,
    subject: matter(reference),
    override: reason ? { reason } : null,
  });
  if (!decided) throw authorityErrors.notGoverned({ action: input.action });
  const [view] = await decisionViews(ctx, sql`d.id = ${decided.id}`, 1);
  return view!;
}

/** The same number in another spelling is the same matter. */
export function matter(reference: string): { type: 'reference'; id: string } {
  return { type: 'reference', id: reference.trim().replace(/\s+/g, ' ').toUpperCase() };
}
