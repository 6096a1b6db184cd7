// Gives some of one's own authority to somebody else until a day. Whoever got it cannot pass it on.
import { sql } from 'kysely';
import type { AuthorityRule, Delegation, DelegationInput } from '#contract/authority.ts';
import { addMonths, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { notify } from '#modules/notifications/index.ts';
import { requirePerson, requireUnit } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { delegationViews } from './delegation.ts';
import { authorityErrors } from './errors.ts';
import { isWithinLimit } from './judge-authority.ts';
import { authorityOf } from './own-authority.ts';
import { dayAt } from './read-world.ts';
import { readAuthoritySettings } from './settings.ts';
import type { AuthorityTables } from './tables.ts';

/**
 * Throws `request.invalid` with the field and what is wrong: more than the giver has (`not-yours`, `above-own-limit`), longer than the
 * setting allows (`too-long`), to oneself, or in the past.
 */
export async function delegateAuthority(ctx: Context, input: DelegationInput): Promise<Delegation> {
  if (ctx.actor.kind !== 'staff') throw authorityErrors.onlyPeople();
  const giverId = ctx.actor.personId;
  if (input.delegateId === giverId) throw invalidField('delegateId', 'oneself');
  await requirePerson(ctx, input.delegateId);
  if (input.unitId) await requireUnit(ctx, input.unitId);
  await checkDays(ctx, input);
  const own = (await authorityOf(ctx, giverId)).find(({ positionId }) => positionId === input.positionId);
  if (!own) throw invalidField('positionId', 'not-yours');
  for (const actionId of input.actionIds)
    checkAction(
      input,
      own.rules.filter((rule) => rule.actionId === actionId),
    );
  const id = newId();
  await on<AuthorityTables>(ctx)
    .insertInto('authority_delegations')
    .values({
      organisation_id: ctx.organisationId,
      id,
      giver_id: giverId,
      position_id: input.positionId,
      delegate_id: input.delegateId,
      action_ids: [...new Set(input.actionIds)],
      limit_minor: input.limit?.minor ?? null,
      currency: input.limit?.currency ?? null,
      unit_id: input.unitId,
      valid_from: input.from,
      valid_until: input.until,
      reason: cleanText(input.reason),
      made_at: ctx.clock.now(),
      revoked_at: null,
      revoked_by: null,
      ended_at: null,
    })
    .execute();
  append(ctx, {
    type: 'authority.delegated',
    subjectType: 'authority-delegation',
    subjectId: id,
    data: { delegateId: input.delegateId, actionIds: input.actionIds, until: input.until },
  });
  await notify(ctx, {
    personIds: [input.delegateId],
    type: 'authority.delegated',
    subjectType: 'authority-delegation',
    subjectId: id,
    data: { until: input.until },
  });
  const [view] = await delegationViews(ctx, sql`d.id = ${id}`, 1);
  return view!;
}

async function checkDays(ctx: Context, { from, until }: DelegationInput): Promise<void> {
  const today = await dayAt(ctx, ctx.clock.now());
  if (from < today) throw invalidField('from', 'in-the-past');
  if (until < from) throw invalidField('until', 'before-from');
  const { longestDelegationMonths: months } = await readAuthoritySettings(ctx);
  const last = toIsoDate(addMonths(fromIsoDate(from, 'gregory'), months));
  if (until > last) throw invalidField('until', 'delegation-too-long', { months });
}

/** What the giver has today; at each decision what they have then is asked for again. */
function checkAction(input: DelegationInput, rules: readonly AuthorityRule[]): void {
  if (rules.length === 0) throw invalidField('actionIds', 'not-yours');
  if (input.limit && !rules.some(({ limit }) => isWithinLimit(input.limit, limit)))
    throw invalidField('limit', 'above-own-limit');
}
