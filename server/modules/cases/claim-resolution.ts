// Staff claim that a case is resolved, with an answer; the customer is asked, and nothing is solved until the customer says so.
import { cleanText } from '#kernel/text/clean.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { attachToCase } from './attach-to-case.ts';
import { caseErrors } from './errors.ts';
import { tellClaimed } from './letters.ts';
import { staffActions } from './lifecycle.ts';
import { changeCase, lockCase } from './lock-case.ts';
import { readCaseSettings } from './settings.ts';
import { tellClocks } from './tell-clocks.ts';
import type { CaseTables } from './tables.ts';

const dayMs = 86_400_000;

export async function claimResolution(
  ctx: Context,
  input: { id: string; answer: string; attachmentIds: string[] },
): Promise<void> {
  // A claim carries a person's name: a program cannot make one.
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const { personId } = ctx.actor;
  const row = await lockCase(ctx, input.id, staffActions.claim.states);
  if (row.dispute_level > 0) await refuseWhoWasDisputed(ctx, row.id, personId);
  const settings = await readCaseSettings(ctx);
  const now = ctx.clock.now();
  const after = (days: number): Date => new Date(now.getTime() + days * dayMs);
  const { lapsesAt } = await tellClocks(ctx, row, { type: 'claimed' });
  const claim = { id: newId(), answer: cleanText(input.answer), lapsesAt: lapsesAt ?? after(settings.lapseDays) };
  const [firstReminder] = settings.reminderDays.map(after);
  await on<CaseTables>(ctx)
    .insertInto('case_claims')
    .values({
      organisation_id: ctx.organisationId,
      id: claim.id,
      case_id: row.id,
      answer: claim.answer,
      claimed_by: personId,
      unit_id: row.unit_id,
      dispute_level: row.dispute_level,
      claimed_at: now,
      lapses_at: claim.lapsesAt,
    })
    .execute();
  await changeCase(ctx, row.id, {
    state: 'claimed',
    open_claim_id: claim.id,
    lapses_at: claim.lapsesAt,
    first_claimed_at: row.first_claimed_at ?? now,
    last_message_by: 'staff',
    next_reminder_at: firstReminder && firstReminder < claim.lapsesAt ? firstReminder : null,
    waiting_reason: null,
    waiting_until: null,
    assignee_id: row.assignee_id ?? personId,
  });
  await attachToCase(ctx, row.id, 'claim', claim.id, input.attachmentIds);
  append(ctx, {
    type: 'case.resolution-claimed',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { claimId: claim.id, unitId: row.unit_id, level: row.dispute_level, lapsesAt: claim.lapsesAt.toISOString() },
  });
  await tellClaimed(ctx, row, claim);
}

/** After a dispute somebody else answers. Only where nobody else works here may the same person claim again. */
async function refuseWhoWasDisputed(ctx: Context, caseId: string, personId: string): Promise<void> {
  const db = on<CaseTables & OrganisationViews>(ctx);
  const disputed = await db
    .selectFrom('case_disputes')
    .select('from_person_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('case_id', '=', caseId)
    .execute();
  const refused = disputed.map((row) => row.from_person_id).filter((id) => id !== null);
  if (!refused.includes(personId)) return;
  const other = await db
    .selectFrom('person_briefs')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('active', '=', true)
    .where('id', 'not in', refused)
    .limit(1)
    .executeTakeFirst();
  if (other) throw caseErrors.claimedBefore();
}
