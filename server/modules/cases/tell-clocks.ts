// Tells the promises of a case what was just done to it; whoever has the case and does something has taken it up.
import { advanceClocks, type Happening } from '#modules/service-levels/index.ts';
import type { Context } from '#platform/context.ts';
import type { CaseRow } from './lock-case.ts';

/** `row` as it was before. Returns until when the customer may be silent, where a policy says so. */
export function tellClocks(
  ctx: Context,
  row: Pick<CaseRow, 'id' | 'assignee_id'>,
  ...happenings: readonly Happening[]
): Promise<{ lapsesAt: Date | null }> {
  const byWhoeverHasIt = ctx.actor.kind === 'staff' && ctx.actor.personId === row.assignee_id;
  return advanceClocks(ctx, row.id, ...(byWhoeverHasIt ? [{ type: 'taken-up' } as const] : []), ...happenings);
}
