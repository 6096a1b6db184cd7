// The sample authority's matrix, some delegations, and half a year of decisions with what was found in them.
import { sql } from 'kysely';
import type { AuthorityRuleInput, Money } from '#contract/authority.ts';
import type { LocaleText } from '#contract/common.ts';
import type { SampleCountry, SampleOrganisation } from '#modules/organisation/index.ts';
import { asOf } from '#platform/as-of.ts';
import { actingAs, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import type { Random } from '#platform/random.ts';
import { answerFinding } from './answer-finding.ts';
import { createAction } from './create-action.ts';
import { createRule } from './create-rule.ts';
import { decide, lineManagers } from './decide.ts';
import { delegateAuthority } from './delegate-authority.ts';
import { dayAt } from './read-world.ts';
import { delegations, sampleActions, sampleRules, samplePlans, words } from './sample/matrix.ts';

const dayMs = 86_400_000;

type World = {
  organisation: SampleOrganisation;
  actionIds: ReadonlyMap<string, string>;
  positionIds: ReadonlyMap<string, string>;
  money: (thousands: number) => Money;
};

/** After the organisation. What somebody decides is decided by the verb, as that person. */
export async function writeSampleAuthority(
  ctx: Context,
  random: Random,
  given: { country: SampleCountry; organisation: SampleOrganisation; since: Date; now: Date },
): Promise<void> {
  // As staff they tell each other things, which leaves the transaction under the role of staff.
  await underRole(ctx, 'rida_system', async () => {
    const world = await writeMatrix(ctx, given);
    await writeDelegations(ctx, world, given.now);
    await writeDecisions(ctx, random, world, given.now);
  });
}

async function writeMatrix(
  ctx: Context,
  { country, organisation, since }: { country: SampleCountry; organisation: SampleOrganisation; since: Date },
): Promise<World> {
  const positionIds = await positionsOf(ctx, organisation);
  const money = (thousands: number): Money =>
    country === 'IR'
      ? { minor: thousands * 100_000_000, currency: 'IRR' }
      : { minor: thousands * 100_000, currency: 'SAR' };
  const actionIds = new Map<string, string>();
  await asOf(ctx, since, async (past) => {
    const from = await dayAt(past, since);
    for (const action of sampleActions) actionIds.set(action.key, (await createAction(past, action)).id);
    for (const { position, unit, scope, limits } of sampleRules)
      for (const [key, thousands] of Object.entries(limits))
        await createRule(past, {
          actionId: actionIds.get(key)!,
          positionId: position === null ? null : positionIds.get(position)!,
          limit: thousands === null ? null : money(thousands),
          scope,
          unitId: unit === undefined ? null : unitOf(organisation, unit),
          from,
          until: null,
        } satisfies AuthorityRuleInput);
  });
  return { organisation, actionIds, positionIds, money };
}

async function writeDelegations(ctx: Context, world: World, now: Date): Promise<void> {
  for (const { giver, delegate, actions, thousands, daysAgo, days, reason } of delegations) {
    const at = new Date(now.getTime() - daysAgo * dayMs);
    const person = world.organisation.people.find(({ position }) => position === giver)!;
    await asOf(ctx, at, async (past) =>
      delegateAuthority(asPerson(past, person), {
        positionId: world.positionIds.get(giver)!,
        delegateId: world.organisation.people.find(({ position }) => position === delegate)!.id,
        actionIds: actions.map((key) => world.actionIds.get(key)!),
        limit: thousands === null ? null : world.money(thousands),
        unitId: null,
        from: await dayAt(past, at),
        until: await dayAt(past, new Date(at.getTime() + days * dayMs)),
        reason: inLanguage(reason, person.language),
      }),
    );
  }
}

/** Every plan is decided some times, in its own half year, oldest first. */
async function writeDecisions(ctx: Context, random: Random, world: World, now: Date): Promise<void> {
  const planned = samplePlans
    .flatMap((plan) =>
      Array.from({ length: plan.times }, (_, index) => ({
        plan,
        reference: `${plan.letters}-${1000 + random.whole(1, 8999)}`,
        at: new Date(now.getTime() - Math.floor((index + random.next()) * (170 / plan.times) + 2) * dayMs),
      })),
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  for (const { plan, reference, at } of planned) {
    const person = world.organisation.people.find(({ position }) => position === plan.position)!;
    const unitId = unitOf(world.organisation, plan.unit);
    // A split is several papers of one matter on the days that follow.
    for (const [part, thousands] of plan.thousands.entries())
      await asOf(ctx, new Date(at.getTime() + part * dayMs), async (past) => {
        const decided = await decide(asPerson(past, person), {
          action: plan.action,
          amount: thousands === null ? null : world.money(thousands),
          unitId,
          subject: { type: 'reference', id: reference },
          requestedBy: plan.ownRequest ? person.id : null,
          override: { reason: inLanguage(words.reason, person.language) },
        });
        if (decided && decided.faults.length > 0 && random.chance(0.6))
          await answer(past, world, decided.id, person.id);
      });
  }
}

async function answer(ctx: Context, world: World, decisionId: string, personId: string): Promise<void> {
  const [managerId] = await lineManagers(ctx, personId);
  const manager = world.organisation.people.find(({ id }) => id === managerId);
  if (!manager) return;
  const { rows } = await sql<{ id: string }>`
    select id from authority_findings where organisation_id = ${ctx.organisationId} and decision_id = ${decisionId}`.execute(
    ctx.transaction,
  );
  const at = new Date(ctx.clock.now().getTime() + dayMs / 2);
  for (const { id } of rows)
    await asOf(ctx, at, (then) =>
      answerFinding(asPerson(then, manager), {
        id,
        kind: 'explained',
        words: inLanguage(words.answer, manager.language),
      }),
    );
}

const asPerson = (ctx: Context, { id, name }: { id: string; name: string }): Context =>
  actingAs(ctx, { kind: 'staff', personId: id, name, permissions: new Set() });

const unitOf = ({ units }: SampleOrganisation, key: string): string => units.find((unit) => unit.key === key)!.id;

const inLanguage = (text: LocaleText, language: 'ar' | 'fa' | 'en'): string => text[language] ?? text.en ?? '';

/** Key of a position → the one that its first holder holds. */
async function positionsOf(ctx: Context, { people }: SampleOrganisation): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select id, person_id as "personId" from position_briefs where organisation_id = ${ctx.organisationId} and person_id is not null order by id`.execute(
    ctx.transaction,
  );
  const held = new Map(rows.map(({ id, personId }) => [personId, id]));
  return new Map(people.toReversed().map(({ id, position }) => [position, held.get(id)!]));
}
