// What would come of a decision, and who could take it: for screens and for the tester. Nothing is kept.
import type { AuthorityTest, Basis, Money } from '#contract/authority.ts';
import { on, type Context } from '#platform/context.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { governedAction } from './action.ts';
import { amountFor, type DecisionQuestion } from './decide.ts';
import { judgeAuthority, type Standing, whoMay } from './judge-authority.ts';
import { readWorld, type Subject } from './read-world.ts';

const mostPeople = 50;

export type MayDecideQuestion = Omit<DecisionQuestion, 'override' | 'subject'> & {
  subject: Subject | null;
  amount?: Money | null;
  /** Now, unless another moment is asked for. */
  at?: Date | undefined;
};

/** `verdict` is that of the actor. Throws `authority.amount-needed`, `unit.not-found`. */
export async function mayDecide(ctx: Context, question: MayDecideQuestion): Promise<AuthorityTest> {
  const action = await governedAction(ctx, question.action);
  if (!action) return { governed: false, verdict: 'within', faults: [], basis: null, who: [] };
  const personId = ctx.actor.kind === 'staff' ? ctx.actor.personId : null;
  const { at, ...asked } = question;
  const world = await readWorld(ctx, action, personId, { ...asked, ...(at ? { at } : {}) }, { everybody: true });
  const about = { amount: amountFor(action, question.amount ?? null), requestedBy: question.requestedBy ?? null };
  const own = judgeAuthority(world, { ...about, personId: personId ?? '' });
  const who = whoMay(world, about).slice(0, mostPeople);
  const names = await namesOf(ctx, [
    ...who.flatMap((one) => [one.personId, ...(one.basis.giverId ? [one.basis.giverId] : [])]),
    ...(own.basis?.giverId ? [own.basis.giverId] : []),
  ]);
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const basisOf = ({ ruleId, positionId, delegationId, giverId, limit }: Standing): Basis => ({
    ruleId,
    positionId,
    delegationId,
    giver: giverId === null ? null : person(giverId),
    limit,
  });
  return {
    governed: true,
    verdict: own.within ? 'within' : action.on_overrun === 'override' ? 'override' : 'refused',
    faults: [...own.faults],
    basis: own.basis && basisOf(own.basis),
    who: who.map((one) => ({ person: person(one.personId), basis: basisOf(one.basis) })),
  };
}

/** Of whoever works or worked here. */
export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await on<OrganisationViews>(ctx)
    .selectFrom('person_briefs')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
