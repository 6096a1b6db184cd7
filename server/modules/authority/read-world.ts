// Reads what the rule book needs to know of one action at one moment: rules, positions, delegations, units above, earlier amounts.
import { sql } from 'kysely';
import type { Money } from '#contract/authority.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { readOrganisation, requireUnit, unitItself, upwardFrom } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import type { ActionRow } from './action.ts';
import type { Delegation, Position, Rule, World } from './judge-authority.ts';

export type Subject = { type: string; id: string };
type Asked = { unitId: string | null; subject: Subject | null; at?: Date };

/** As far as it concerns one person; with `everybody`, also whoever else may decide then. Throws `unit.not-found`. */
export async function readWorld(
  ctx: Context,
  action: ActionRow,
  personId: string | null,
  { unitId, subject, at = ctx.clock.now() }: Asked,
  { everybody = false } = {},
): Promise<World> {
  const day = await dayAt(ctx, at);
  if (unitId !== null) await requireUnit(ctx, unitId);
  const delegations = await readDelegations(ctx, action.id, { personId, everybody, day });
  const rules = await readRules(ctx, action.id, {
    day,
    everybody,
    personId,
    positionIds: delegations.map(({ positionId }) => positionId),
  });
  const positions = await readPositions(ctx, {
    personId,
    positionIds: [...rules, ...delegations].flatMap((one) => one.positionId ?? []),
    heads: everybody && rules.some(({ positionId }) => positionId === null),
  });
  return {
    day,
    now: at,
    unitPath: unitId === null ? [] : await idsUpward(ctx, unitId),
    rules,
    positions,
    delegations,
    earlier: subject && action.split_days !== null ? await readEarlier(ctx, action, subject, at) : [],
  };
}

/** The day of the organisation at a moment. */
export async function dayAt(ctx: Context, at: Date): Promise<string> {
  return isoDateAt(at, (await readOrganisation(ctx)).timeZone);
}

async function readDelegations(
  ctx: Context,
  actionId: string,
  { personId, everybody, day }: { personId: string | null; everybody: boolean; day: string },
): Promise<Delegation[]> {
  const { rows } = await sql<Omit<Delegation, 'limit'> & LimitColumns>`
    select d.id, d.giver_id as "giverId", d.position_id as "positionId", d.delegate_id as "delegateId",
           d.limit_minor as minor, d.currency, d.unit_id as "unitId", d.valid_from as "from", d.valid_until as "until", d.revoked_at as "revokedAt"
      from authority_delegations d
      join staff_briefs s on s.organisation_id = d.organisation_id and s.id = d.delegate_id
     where d.organisation_id = ${ctx.organisationId} and ${actionId}::uuid = any(d.action_ids)
       and (d.delegate_id = ${personId}::uuid or (${everybody} and d.revoked_at is null and ${day}::date between d.valid_from and d.valid_until))
     order by d.made_at desc limit 1000`.execute(ctx.transaction);
  return rows.map(withLimit);
}

async function readRules(
  ctx: Context,
  actionId: string,
  asked: { day: string; everybody: boolean; personId: string | null; positionIds: readonly string[] },
): Promise<Rule[]> {
  const { rows } = await sql<Omit<Rule, 'limit'> & LimitColumns>`
    select r.id, r.position_id as "positionId", r.limit_minor as minor, r.currency, r.scope, r.unit_id as "unitId",
           r.valid_from as "from", r.valid_until as "until", r.ended_at as "endedAt"
      from authority_rules r
     where r.organisation_id = ${ctx.organisationId} and r.action_id = ${actionId}
       and (r.position_id is null or r.position_id = any(${[...asked.positionIds]}::uuid[])
            or exists (select from position_briefs p where p.organisation_id = r.organisation_id and p.id = r.position_id and p.person_id = ${asked.personId}::uuid)
            or (${asked.everybody} and r.ended_at is null and r.valid_from <= ${asked.day}::date and coalesce(r.valid_until >= ${asked.day}::date, true)))
     order by r.made_at desc limit 2000`.execute(ctx.transaction);
  return rows.map(withLimit);
}

async function readPositions(
  ctx: Context,
  { personId, positionIds, heads }: { personId: string | null; positionIds: readonly string[]; heads: boolean },
): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select p.id, p.unit_id as "unitId", p.is_head as "isHead", p.person_id as "personId"
      from position_briefs p
      join staff_briefs s on s.organisation_id = p.organisation_id and s.id = p.person_id
     where p.organisation_id = ${ctx.organisationId}
       and (p.person_id = ${personId}::uuid or p.id = any(${[...positionIds]}::uuid[]) or (${heads} and p.is_head))
     limit 5000`.execute(ctx.transaction);
  return rows;
}

async function idsUpward(ctx: Context, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive ${upwardFrom(ctx, unitItself(ctx, unitId))}
    select id from upward order by level`.execute(ctx.transaction);
  return rows.map(({ id }) => id);
}

const dayMs = 86_400_000;

/** What was refused was not spent. */
async function readEarlier(ctx: Context, action: ActionRow, subject: Subject, at: Date): Promise<Money[]> {
  const since = new Date(at.getTime() - (action.split_days ?? 0) * dayMs);
  const { rows } = await sql<Money>`
    select amount_minor as minor, currency from authority_decisions
     where organisation_id = ${ctx.organisationId} and action_id = ${action.id} and subject_type = ${subject.type} and subject_id = ${subject.id}
       and at > ${since}::timestamptz and at <= ${at}::timestamptz and verdict <> 'refused' and amount_minor is not null
     order by at desc limit 1000`.execute(ctx.transaction);
  return rows;
}

type LimitColumns = { minor: number | null; currency: string | null };

/** The two columns of a limit as one value. */
export function withLimit<Row extends LimitColumns>({
  minor,
  currency,
  ...row
}: Row): Omit<Row, keyof LimitColumns> & { limit: Money | null } {
  return { ...row, limit: moneyOf(minor, currency) };
}

export function moneyOf(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : { minor, currency: currency as Money['currency'] };
}
