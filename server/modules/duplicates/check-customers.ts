// Compares some customers with all others: proposes pairs that are likely one customer, and takes back proposals that no longer hold.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { candidatePairs } from './find-candidates.ts';
import { prepare, type PreparedRecord } from './match-record.ts';
import { recordsWith, type StoredRecord } from './match-records.ts';
import { readPopulation } from './read-population.ts';
import { holdDuplicates, refreshKeys } from './refresh-keys.ts';
import { scorePair, type PairScore } from './score-pair.ts';

/**
 * A person looks at every proposal, and a missed one costs more than a look: one in three odds are enough. Measured with
 * `npm run bench -- duplicates`: of all that is proposed 97 in 100 are one customer.
 */
export const proposeFrom = 0.3;

/** Kept apart means kept apart: only when the odds have become so many bits better is it asked again, such as by an equal id. */
const decisively = 8;

type Prepared = PreparedRecord & { survivorId: string };
type Found = { oneId: string; otherId: string; score: PairScore };

/** After a registration or a change; keys are brought up to date first. */
export async function checkCustomers(ctx: Context, ids: readonly string[]): Promise<void> {
  await holdDuplicates(ctx);
  const records = (await recordsWith(ctx, ids)).map(prepared);
  await refreshKeys(ctx, records);
  const found = await scored(ctx, records, await candidatePairs(ctx, ids));
  const standing = await notKeptApart(ctx, found.filter(likely));
  await forget(ctx, [...new Set(records.flatMap((record) => [record.id, record.survivorId]))], standing);
  await propose(ctx, standing);
}

/** In a comparison of all, where the keys of all are there: pairs with records of a higher id. Answers with how many pairs were scored. */
export async function compareOnward(ctx: Context, stored: readonly StoredRecord[]): Promise<number> {
  const records = stored.map(prepared);
  const pairs = await candidatePairs(
    ctx,
    records.map((record) => record.id),
    { later: true },
  );
  const found = await scored(ctx, records, pairs);
  const standing = await notKeptApart(ctx, found.filter(likely));
  const stands = new Set(standing);
  await takeBack(
    ctx,
    found.filter((one) => !stands.has(one)),
  );
  await propose(ctx, standing);
  return pairs.length;
}

const likely = ({ score }: Found): boolean => score.probability >= proposeFrom;
const prepared = (record: StoredRecord): Prepared => ({ ...record, ...prepare(record) });

/** A pair of records speaks of the two customers they count as; of several the best counts. */
async function scored(
  ctx: Context,
  records: readonly Prepared[],
  pairs: readonly [string, string][],
): Promise<Found[]> {
  const known = new Map(records.map((record) => [record.id, record]));
  const missing = [...new Set(pairs.flatMap((pair) => pair).filter((id) => !known.has(id)))];
  for (const record of await recordsWith(ctx, missing)) known.set(record.id, prepared(record));
  const population = await readPopulation(ctx, [...known.values()]);
  const best = new Map<string, Found>();
  for (const [oneId, otherId] of pairs) {
    const [one, other] = [known.get(oneId), known.get(otherId)];
    if (!one || !other || one.survivorId === other.survivorId) continue;
    const ids = [one.survivorId, other.survivorId].toSorted();
    const score = scorePair(one, other, population);
    const key = ids.join(' ');
    if (score.bits > (best.get(key)?.score.bits ?? Number.NEGATIVE_INFINITY))
      best.set(key, { oneId: ids[0]!, otherId: ids[1]!, score });
  }
  return [...best.values()];
}

/** What a person kept apart holds for all records that count as the two by now. */
async function notKeptApart(ctx: Context, found: readonly Found[]): Promise<Found[]> {
  const ids = [...new Set(found.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  const { rows } = await sql<{ pair: string; decided_bits: number }>`
    with members as (
      select r.survivor_id, r.id from customer_match_records r
       where r.organisation_id = ${ctx.organisationId} and r.survivor_id = any (${ids}::uuid[]) and r.id <> r.survivor_id
      union all select id, id from unnest(${ids}::uuid[]) as own(id)
    )
    select least(a.survivor_id, b.survivor_id) || ' ' || greatest(a.survivor_id, b.survivor_id) as pair, max(p.decided_bits) as decided_bits
      from members a join duplicate_pairs p on p.organisation_id = ${ctx.organisationId} and p.one_id = a.id and p.state = 'kept-apart'
      join members b on b.id = p.other_id
     group by 1`.execute(ctx.transaction);
  const kept = new Map(rows.map((row) => [row.pair, row.decided_bits]));
  return found.filter(({ oneId, otherId, score }) => {
    const decided = kept.get(`${oneId} ${otherId}`);
    return decided === undefined || score.bits >= decided + decisively;
  });
}

async function propose(ctx: Context, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map(({ oneId, otherId, score }) => ({
    one_id: oneId,
    other_id: otherId,
    bits: score.bits,
    evidence: score.evidence.map((part) => ({ ...part, bits: Math.round(part.bits * 10) / 10 })),
  }));
  await sql`
    insert into duplicate_pairs (organisation_id, one_id, other_id, bits, evidence, state, found_at)
    select ${ctx.organisationId}::uuid, one_id, other_id, bits, evidence, 'proposed', ${ctx.clock.now()}
      from json_to_recordset(${JSON.stringify(rows)}::json) as f(one_id uuid, other_id uuid, bits double precision, evidence jsonb)
     order by one_id, other_id
    on conflict (organisation_id, one_id, other_id) do update
      set bits = excluded.bits, evidence = excluded.evidence, state = 'proposed', decided_at = null, decided_by = null, decided_bits = null,
          found_at = case duplicate_pairs.state when 'proposed' then duplicate_pairs.found_at else excluded.found_at end`.execute(
    ctx.transaction,
  );
}

/** Proposals of these customers that are not likely any more, or that speak of a record which counts as another one now. */
async function forget(ctx: Context, ids: readonly string[], standing: readonly Found[]): Promise<void> {
  await sql`
    delete from duplicate_pairs p
     where p.organisation_id = ${ctx.organisationId} and p.state = 'proposed' and (p.one_id = any (${ids}::uuid[]) or p.other_id = any (${ids}::uuid[]))
       and (p.one_id, p.other_id) not in (select * from json_to_recordset(${pairsJson(standing)}::json) as f(one uuid, other uuid))`.execute(
    ctx.transaction,
  );
}

async function takeBack(ctx: Context, fallen: readonly Found[]): Promise<void> {
  await sql`
    delete from duplicate_pairs p using json_to_recordset(${pairsJson(fallen)}::json) as f(one uuid, other uuid)
     where p.organisation_id = ${ctx.organisationId} and p.one_id = f.one and p.other_id = f.other and p.state = 'proposed'`.execute(
    ctx.transaction,
  );
}

const pairsJson = (found: readonly Found[]): string =>
  JSON.stringify(found.map(({ oneId, otherId }) => ({ one: oneId, other: otherId })));
