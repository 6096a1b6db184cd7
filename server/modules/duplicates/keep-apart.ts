// Says that pairs of customers, open to whoever says it, are different ones, or takes that back.
import { sql } from 'kysely';
import { openRecords } from '#modules/customers/index.ts';
import { append, type Context } from '#platform/context.ts';
import { actorId } from '#platform/actor.ts';
import { duplicateErrors } from './errors.ts';

export type PairIds = { oneId: string; otherId: string };

const ordered = ({ oneId, otherId }: PairIds) => ({
  one: oneId < otherId ? oneId : otherId,
  other: oneId < otherId ? otherId : oneId,
});

/** Those that somebody merged meanwhile stay merged. Throws `duplicate.pair-not-found` when one was never proposed. */
export async function keepApart(ctx: Context, pairs: readonly PairIds[]): Promise<void> {
  const [oneOpen, otherOpen] = [await openRecords(ctx, sql`one`), await openRecords(ctx, sql`other`)];
  const { rows } = await sql<{ one_id: string; other_id: string; state: string }>`
    with asked as (select * from json_to_recordset(${JSON.stringify(pairs.map(ordered))}::json) as f(one uuid, other uuid)
                where ${oneOpen} and ${otherOpen}),
    kept as (
      update duplicate_pairs p set state = 'kept-apart', decided_at = ${ctx.clock.now()}, decided_by = ${actorId(ctx.actor)}::uuid, decided_bits = p.bits
        from asked where p.organisation_id = ${ctx.organisationId} and p.one_id = asked.one and p.other_id = asked.other and p.state = 'proposed'
      returning p.one_id, p.other_id)
    select p.one_id, p.other_id, case when kept.one_id is null then 'decided' else 'kept' end as state
      from asked join duplicate_pairs p on p.organisation_id = ${ctx.organisationId} and p.one_id = asked.one and p.other_id = asked.other
      left join kept on kept.one_id = p.one_id and kept.other_id = p.other_id`.execute(ctx.transaction);
  if (rows.length < new Set(pairs.map((pair) => JSON.stringify(ordered(pair)))).size)
    throw duplicateErrors.pairNotFound();
  for (const row of rows.filter((one) => one.state === 'kept'))
    append(ctx, {
      type: 'customer.kept-apart',
      subjectType: 'customer',
      subjectId: row.one_id,
      customerId: row.one_id,
      data: { otherId: row.other_id },
    });
}

/** Throws `duplicate.pair-not-found` when nobody had kept them apart. */
export async function proposeAgain(ctx: Context, pair: PairIds): Promise<void> {
  const { one, other } = ordered(pair);
  const { numAffectedRows } = await sql`
    update duplicate_pairs set state = 'proposed', decided_at = null, decided_by = null, decided_bits = null
     where organisation_id = ${ctx.organisationId} and one_id = ${one} and other_id = ${other} and state = 'kept-apart'`.execute(
    ctx.transaction,
  );
  if (numAffectedRows !== 1n) throw duplicateErrors.pairNotFound();
}
