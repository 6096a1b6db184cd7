// Moves with the names of their segments and of some of those who move.
import type { LocaleText } from '#contract/common.ts';
import type { Move } from '#contract/segments.ts';
import type { CustomerViews } from '#modules/customers/index.ts';
import { on, type Context } from '#platform/context.ts';

export type CountedMove = { from: string | null; to: string | null; count: number; customers?: readonly string[] };

/** `nodes`: where names are looked up, the first that has one. `withExamples`: whoever may read customers. */
export async function namedMoves(
  ctx: Context,
  moves: readonly CountedMove[],
  nodes: readonly { id: string; name: LocaleText }[],
  withExamples: boolean,
): Promise<Move[]> {
  const name = (id: string | null) => nodes.find((node) => node.id === id)?.name ?? null;
  const ids = withExamples ? moves.flatMap((move) => move.customers ?? []) : [];
  const people = new Map(
    ids.length === 0
      ? []
      : (
          await on<CustomerViews>(ctx)
            .selectFrom('customer_briefs')
            .select(['id', 'name'])
            .where('organisation_id', '=', ctx.organisationId)
            .where('id', 'in', ids)
            .execute()
        ).map((row) => [row.id, row.name]),
  );
  return moves.map((move) => ({
    from: name(move.from),
    fromId: move.from,
    to: name(move.to),
    toId: move.to,
    count: move.count,
    examples: (move.customers ?? []).flatMap((id) => {
      const known = people.get(id);
      return known === undefined ? [] : [{ id, name: known }];
    }),
  }));
}
