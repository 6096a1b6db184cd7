// What is done when a promise is warned of or broken, as its policy says: people are told, the priority rises, the door upward opens.
import { z } from 'zod';
import { ClockAction, ClockTarget } from '#contract/service-policies.ts';
import { notify } from '#modules/notifications/index.ts';
import { headAbove } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import type { StoredEvent } from '#platform/events/event.ts';
import { changeCase, lockCase, type CaseRow } from './lock-case.ts';
import { tellClocks } from './tell-clocks.ts';
import { tellPerson } from './tell-person.ts';

const Alarm = z.object({
  clockId: z.uuid(),
  target: ClockTarget,
  dueAt: z.string().nullable(),
  actions: z.array(ClockAction),
  tellAt: z.coerce.date(),
});
type Alarm = z.infer<typeof Alarm>;

/** A case that was closed meanwhile needs nothing any more. */
export async function actOnAlarm(ctx: Context, event: StoredEvent): Promise<void> {
  const alarm = Alarm.parse(event.data);
  let row = await lockCase(ctx, event.subjectId);
  if (row.state === 'closed') return;
  // Upward first: whoever has the case then is the one to be told.
  if (alarm.actions.includes('open-door-upward')) row = await openUpward(ctx, row, alarm);
  if (alarm.actions.includes('raise-priority')) await raisePriority(ctx, row, alarm);
  const head = row.unit_id ? await headAbove(ctx, { unitId: row.unit_id, notPersonIds: [] }) : null;
  const people = [
    ...(alarm.actions.includes('notify-assignee') ? [row.assignee_id ?? head?.personId] : []),
    ...(alarm.actions.includes('notify-head') ? [head?.personId] : []),
  ].filter((id) => typeof id === 'string');
  await notify(ctx, {
    personIds: people,
    type: event.type,
    subjectType: 'case',
    subjectId: row.id,
    data: { number: row.number, target: alarm.target, dueAt: alarm.dueAt },
    once: alarm.clockId,
    notBefore: alarm.tellAt,
  });
}

const next = { low: 'normal', normal: 'high', high: 'urgent', urgent: 'urgent' } as const;

async function raisePriority(ctx: Context, row: CaseRow, alarm: Alarm): Promise<void> {
  const priority = next[row.priority];
  if (priority === row.priority) return;
  await changeCase(ctx, row.id, { priority });
  await tellClocks(ctx, row, { type: 'changed', traits: { priority } });
  append(ctx, {
    type: 'case.classified',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { changed: ['priority'], priority, priority_before: row.priority, clockId: alarm.clockId },
  });
}

/** To the head of the unit that has it, or above where that is who has it. A case that lies with its customer stays. */
async function openUpward(ctx: Context, row: CaseRow, alarm: Alarm): Promise<CaseRow> {
  if (row.state !== 'open' || !row.unit_id) return row;
  const to = await headAbove(ctx, {
    unitId: row.unit_id,
    notPersonIds: row.assignee_id ? [row.assignee_id] : [],
  });
  if (to.personId === row.assignee_id && to.unitId === row.unit_id) return row;
  await changeCase(ctx, row.id, { unit_id: to.unitId, assignee_id: to.personId });
  if (to.unitId !== row.unit_id) await tellClocks(ctx, row, { type: 'handed-over', unitId: to.unitId });
  append(ctx, {
    type: 'case.escalated',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: {
      clockId: alarm.clockId,
      target: alarm.target,
      fromUnitId: row.unit_id,
      toUnitId: to.unitId,
      fromPersonId: row.assignee_id,
      toPersonId: to.personId,
    },
  });
  await tellPerson(ctx, row, to.personId, 'escalated', alarm.tellAt);
  return { ...row, unit_id: to.unitId, assignee_id: to.personId };
}
