// What becomes of actions that somebody else's text names, such as a diagram: judged, not judged, or not there at all.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { knownActions } from './known-actions.ts';

type NamedAction = {
  /** As `governedAction` says: in use and with a rule. */
  judged: boolean;
  /** Asked without an amount, it is refused. */
  needsAmount: boolean;
};

/** Key → the action; one that is not there was never made. `inUse`: the organisation has a matrix of authority at all. */
export async function actionsNamed(
  ctx: Context,
  keys: readonly string[],
): Promise<{ named: Map<string, NamedAction>; inUse: boolean }> {
  if (keys.length === 0) return { named: new Map(), inUse: false };
  const { rows } = await sql<{ key: string; hasAmount: boolean; retired: boolean; ruled: boolean }>`
    select a.key, a.has_amount as "hasAmount", a.retired_at is not null as retired,
           exists (select from authority_rules r where r.organisation_id = a.organisation_id and r.action_id = a.id) as ruled
      from authority_actions a
     where a.organisation_id = ${ctx.organisationId} and (a.retired_at is null or a.key = any(${keys}::text[]))
     order by a.key limit 1000`.execute(ctx.transaction);
  const product = Object.entries(knownActions).map(
    ([key, { hasAmount }]) => [key, { judged: false, needsAmount: hasAmount }] as const,
  );
  const own = rows.map(
    ({ key, hasAmount, retired, ruled }) =>
      [key, { judged: !retired && ruled, needsAmount: !retired && hasAmount }] as const,
  );
  return { named: new Map([...product, ...own]), inUse: rows.some(({ retired }) => !retired) };
}
