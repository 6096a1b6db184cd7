// Tells somebody of the staff that a case has come to them; whoever did it themselves knows.
import { notify } from '#modules/notifications/index.ts';
import type { Context } from '#platform/context.ts';
import type { CaseRow } from './lock-case.ts';

export async function tellPerson(
  ctx: Context,
  row: Pick<CaseRow, 'id' | 'number'>,
  personId: string | null,
  why: 'assigned' | 'disputed' | 'escalated',
  notBefore?: Date,
): Promise<void> {
  if (personId === null || (ctx.actor.kind === 'staff' && ctx.actor.personId === personId)) return;
  await notify(ctx, {
    personIds: [personId],
    type: `case.${why}`,
    subjectType: 'case',
    subjectId: row.id,
    data: { number: row.number },
    ...(notBefore ? { notBefore } : {}),
  });
}
