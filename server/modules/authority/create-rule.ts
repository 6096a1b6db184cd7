// Makes a rule: a position, or whoever heads a unit, may take an action up to a limit, for some units, from day to day.
import { sql } from 'kysely';
import type { AuthorityRule, AuthorityRuleInput } from '#contract/authority.ts';
import { requireUnit, type OrganisationViews } from '#modules/organisation/index.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { requireAction } from './action.ts';
import { authorityErrors } from './errors.ts';
import { ruleViews } from './rule.ts';
import type { AuthorityTables } from './tables.ts';

const mostRules = 5_000;

/** Throws `request.invalid` with the field, `authority.action-not-found`, `unit.not-found`, `authority.too-many-rules`. */
export async function createRule(ctx: Context, input: AuthorityRuleInput): Promise<AuthorityRule> {
  const action = await requireAction(ctx, input.actionId, { lock: true });
  if (!action.has_amount && input.limit !== null) throw invalidField('limit', 'action-without-amount');
  if (input.until !== null && input.until < input.from) throw invalidField('until', 'before-from');
  if ((input.scope === 'named-unit') !== (input.unitId !== null)) throw invalidField('unitId', 'required');
  if (input.unitId) await requireUnit(ctx, input.unitId);
  if (input.positionId) await requirePosition(ctx, input.positionId);
  const { count } = await on<AuthorityTables>(ctx)
    .selectFrom('authority_rules')
    .select(sql<number>`count(*)`.as('count'))
    .where('organisation_id', '=', ctx.organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostRules) throw authorityErrors.tooManyRules({ most: mostRules });
  const id = newId();
  await on<AuthorityTables>(ctx)
    .insertInto('authority_rules')
    .values({
      organisation_id: ctx.organisationId,
      id,
      action_id: input.actionId,
      position_id: input.positionId,
      limit_minor: input.limit?.minor ?? null,
      currency: input.limit?.currency ?? null,
      scope: input.scope,
      unit_id: input.unitId,
      valid_from: input.from,
      valid_until: input.until,
      made_at: ctx.clock.now(),
      made_by: actorId(ctx.actor),
      ended_at: null,
      ended_by: null,
    })
    .execute();
  append(ctx, {
    type: 'authority.rule-made',
    subjectType: 'authority-rule',
    subjectId: id,
    data: { actionId: input.actionId, positionId: input.positionId, limit: input.limit, scope: input.scope },
  });
  const [made] = await ruleViews(ctx, sql`r.id = ${id}`);
  return made!;
}

async function requirePosition(ctx: Context, id: string): Promise<void> {
  const row = await on<OrganisationViews>(ctx)
    .selectFrom('position_briefs')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw invalidField('positionId', 'not-found');
}
