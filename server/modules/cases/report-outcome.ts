// Staff record, with evidence, what the customer said to an answer by phone or in person. Counted apart from confirmations.
import { cleanText } from '#kernel/text/clean.ts';
import { invalidField } from '#platform/errors.ts';
import type { Context } from '#platform/context.ts';
import { openTheDoor } from './dispute-resolution.ts';
import { endCase } from './end-case.ts';
import { caseErrors } from './errors.ts';
import { staffActions } from './lifecycle.ts';
import { lockCase } from './lock-case.ts';

const minuteMs = 60_000;

export async function reportOutcome(
  ctx: Context,
  input: { id: string; channel: 'phone' | 'visit'; evidence: string; saidAt: Date },
): Promise<void> {
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const row = await lockCase(ctx, input.id, staffActions.report.states);
  if (input.saidAt > ctx.clock.now()) throw invalidField('saidAt', 'in-the-future');
  // A form knows minutes only: what was said in the minute of the registration was not said before it.
  const registered = Math.floor(row.registered_at.getTime() / minuteMs) * minuteMs;
  if (input.saidAt.getTime() < registered) throw invalidField('saidAt', 'before-the-case');
  await endCase(ctx, row, {
    kind: 'reported',
    actor_kind: 'staff',
    actor_id: ctx.actor.personId,
    text: cleanText(input.evidence),
    channel: input.channel,
    said_at: input.saidAt,
  });
}

export async function reportDispute(
  ctx: Context,
  input: { id: string; channel: 'phone' | 'visit'; reason: string },
): Promise<void> {
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const row = await lockCase(ctx, input.id, staffActions.report.states);
  await openTheDoor(ctx, row, {
    reason: input.reason,
    actor_kind: 'staff',
    actor_id: ctx.actor.personId,
    grant_id: null,
  });
}
