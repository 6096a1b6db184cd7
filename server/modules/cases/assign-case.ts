// Gives a case to a unit and, if wanted, to a person.
import { requirePerson, requireUnit } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { staffActions } from './lifecycle.ts';
import { changeCase, lockCase } from './lock-case.ts';
import { tellClocks } from './tell-clocks.ts';
import { tellPerson } from './tell-person.ts';

export async function assignCase(
  ctx: Context,
  input: { id: string; unitId: string | null; personId: string | null },
): Promise<void> {
  const row = await lockCase(ctx, input.id, staffActions.assign.states);
  if (input.unitId) await requireUnit(ctx, input.unitId);
  if (input.personId) await requirePerson(ctx, input.personId);
  if (row.unit_id === input.unitId && row.assignee_id === input.personId) return;
  await changeCase(ctx, row.id, { unit_id: input.unitId, assignee_id: input.personId });
  if (input.personId !== row.assignee_id) await tellPerson(ctx, row, input.personId, 'assigned');
  const taken = ctx.actor.kind === 'staff' && input.personId === ctx.actor.personId;
  await tellClocks(
    ctx,
    { ...row, assignee_id: null },
    ...(row.unit_id === input.unitId ? [] : [{ type: 'handed-over', unitId: input.unitId } as const]),
    ...(taken ? [{ type: 'taken-up' } as const] : []),
  );
  append(ctx, {
    type: 'case.assigned',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: {
      fromUnitId: row.unit_id,
      toUnitId: input.unitId,
      fromPersonId: row.assignee_id,
      toPersonId: input.personId,
    },
  });
}
