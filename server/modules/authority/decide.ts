// Judges a decision at the moment it is taken, records it with what is found in it, and tells whom it concerns.
import { sql } from 'kysely';
import type { FindingType, Money, Verdict } from '#contract/authority.ts';
import type { LocaleText } from '#contract/common.ts';
import { notify } from '#modules/notifications/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { KeptRefusal } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { governedAction, type ActionRow } from './action.ts';
import { authorityErrors } from './errors.ts';
import { judgeAuthority, type Judgement } from './judge-authority.ts';
import { readWorld, type Subject } from './read-world.ts';
import type { AuthorityTables } from './tables.ts';

export type DecisionQuestion = {
  /** Key of the action. */
  action: string;
  /** Of an action with amounts. */
  amount?: Money | null;
  unitId: string | null;
  /** What it is about: decisions about one subject are looked at together. */
  subject: Subject;
  /** Whoever asked for it: nobody approves their own request. */
  requestedBy?: string | null;
  /** Goes beyond authority where the action allows it. */
  override?: { reason: string } | null;
};
export type Decided = { id: string; verdict: Verdict; faults: readonly FindingType[]; basis: Judgement['basis'] };

/**
 * In the transaction of the caller. Null: the organisation has no rules for the action, and whatever else the caller asks for holds. A
 * `refused` decision is recorded, so the caller ends without changing anything and without rolling back: `requireAuthority` does so.
 * Throws `authority.only-people`, `authority.amount-needed`, and `authority.reason-needed` where a reason would do; then nothing is recorded.
 */
export async function decide(ctx: Context, question: DecisionQuestion): Promise<Decided | null> {
  const action = await governedAction(ctx, question.action);
  if (!action) return null;
  if (ctx.actor.kind !== 'staff') throw authorityErrors.onlyPeople();
  const asked = {
    personId: ctx.actor.personId,
    amount: amountFor(action, question.amount ?? null),
    requestedBy: question.requestedBy ?? null,
  };
  if (action.split_days !== null) await takeTurns(ctx, action, question.subject);
  const { within, faults, basis } = judgeAuthority(await readWorld(ctx, action, asked.personId, question), asked);
  const verdict = within ? 'within' : action.on_overrun === 'refuse' ? 'refused' : 'override';
  const reason = question.override?.reason.trim() || null;
  if (verdict === 'override' && reason === null) throw authorityErrors.reasonNeeded({ action: action.key, faults });
  const id = newId();
  const now = ctx.clock.now();
  await on<AuthorityTables>(ctx)
    .insertInto('authority_decisions')
    .values({
      organisation_id: ctx.organisationId,
      id,
      action_id: action.id,
      person_id: asked.personId,
      rule_id: basis?.ruleId ?? null,
      delegation_id: basis?.delegationId ?? null,
      unit_id: question.unitId,
      amount_minor: asked.amount?.minor ?? null,
      currency: asked.amount?.currency ?? null,
      subject_type: question.subject.type,
      subject_id: question.subject.id,
      requested_by: asked.requestedBy,
      verdict,
      reason: verdict === 'override' ? reason : null,
      at: now,
    })
    .execute();
  // Whoever listens to everything would read from it who went beyond what: only the person hears it.
  append(ctx, {
    type: 'authority.decided',
    subjectType: 'authority-decision',
    subjectId: id,
    data: { action: action.key, verdict, ruleId: basis?.ruleId ?? null, delegationId: basis?.delegationId ?? null },
    onlyFor: [asked.personId],
  });
  const decided = { id, verdict, faults, basis } satisfies Decided;
  if (!within) await recordFindings(ctx, action, decided, { personId: asked.personId, unitId: question.unitId });
  return decided;
}

/**
 * For verbs that may not go on without it: throws `authority.refused`, which keeps the record of the refusal. Before the verb changes
 * anything.
 */
export async function requireAuthority(ctx: Context, question: DecisionQuestion): Promise<Decided | null> {
  const decided = await decide(ctx, question);
  if (decided?.verdict === 'refused')
    throw new KeptRefusal(authorityErrors.refused({ action: question.action, faults: decided.faults }));
  return decided;
}

export function amountFor(action: ActionRow, amount: Money | null): Money | null {
  if (!action.has_amount) return null;
  if (!amount) throw authorityErrors.amountNeeded({ action: action.key });
  return amount;
}

/** Two amounts of one subject at the same moment would not see each other. */
async function takeTurns(ctx: Context, action: ActionRow, subject: Subject): Promise<void> {
  const turn = `authority ${ctx.organisationId} ${action.id} ${subject.type} ${subject.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(ctx.transaction);
}

async function recordFindings(
  ctx: Context,
  action: ActionRow,
  { id, faults, verdict }: Decided,
  { personId, unitId }: { personId: string; unitId: string | null },
): Promise<void> {
  const findings = faults.map((type) => ({
    organisation_id: ctx.organisationId,
    id: newId(),
    decision_id: id,
    type,
    action_id: action.id,
    unit_id: unitId,
    person_id: personId,
    at: ctx.clock.now(),
  }));
  await on<AuthorityTables>(ctx).insertInto('authority_findings').values(findings).execute();
  const managers = await lineManagers(ctx, personId);
  for (const finding of findings)
    append(ctx, {
      type: 'authority.finding-found',
      subjectType: 'authority-finding',
      subjectId: finding.id,
      data: { action: action.key, type: finding.type, verdict },
      onlyFor: [personId, ...managers],
    });
  const subject = { subjectType: 'authority-decision', subjectId: id, data: { title: action.name as LocaleText } };
  await notify(ctx, { ...subject, type: 'authority.finding-of-own', personIds: [personId] });
  await notify(ctx, { ...subject, type: 'authority.finding-of-people', personIds: managers });
}

/** Whom a person answers to: the heads of the units of the positions held, or the next above. */
export async function lineManagers(ctx: Context, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select authority_line_managers(${personId}) as id`.execute(
    ctx.transaction,
  );
  return rows.map(({ id }) => id);
}
