// Finds customers by what was typed: the database names candidates, and those found by name are ranked by how well their name fits.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { nameFit } from '#kernel/names/name-fit.ts';
import { parseName } from '#kernel/names/parse-name.ts';
import type { Context } from '#platform/context.ts';
import type { CustomerAccess } from './access.ts';
import type { SearchTerms } from './search-terms.ts';

type Candidate = {
  id: string;
  kind: 'person' | 'company';
  search_name: string;
  score: number;
  found_by: 'identity' | 'phone' | 'email' | 'name' | 'sound' | 'likeness';
};

/** Of one kind of match at most so many are ranked: whoever finds more wants to type more, not to page through thousands. */
const most = 300;
/** Found by sound alone, a name that fits worse is another name. */
const leastFit = 0.45;
/** When nobody fits so well, names that nearly fit are looked for too: it costs the database several times as much. */
const goodFit = 0.75;
/** Above every score of the database for a name, below those for a phone. */
const wholeFit = 3000;

/** Whoever may not see phones cannot find out by searching whose one is. */
export function granted(terms: SearchTerms, { read }: CustomerAccess): SearchTerms {
  return {
    ...terms,
    identity: read.has('identity') ? terms.identity : '',
    ...(read.has('contact') ? {} : { phoneEndReversed: null, emailStart: null }),
  };
}

/** Scores by customer, the higher the better; merged records count as the surviving one. */
export async function findByTerms(ctx: Context, terms: SearchTerms): Promise<Map<string, number>> {
  const first = await candidates(ctx, matching(terms, most));
  const found = ranked(terms, first);
  const enough = tooMany(first) || found.some(({ score }) => score >= wholeFit * goodFit);
  if (terms.name !== null && !enough) {
    const nearly = sql`customers_nearly_matching(${terms.name}, ${terms.soundsBegun}::tsquery)`;
    found.push(...ranked(terms, await candidates(ctx, nearly)));
  }
  const best = new Map<string, number>();
  for (const { id, score } of found) best.set(id, Math.max(score, best.get(id) ?? 0));
  return best;
}

async function candidates(ctx: Context, from: RawBuilder<unknown>): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select coalesce(c.merged_into_id, c.id) as id, c.kind, c.search_name, found.score, found.found_by
      from ${from} as found join customers c on c.organisation_id = ${ctx.organisationId} and c.id = found.customer_id`.execute(
    ctx.transaction,
  );
  return rows;
}

/** A condition on `customers as c`: all who fit, however many. */
export async function allByTerms(ctx: Context, terms: SearchTerms): Promise<RawBuilder<SqlBool>> {
  const compared = await findByTerms(ctx, terms);
  return sql<SqlBool>`(c.id = any (${[...compared.keys()]}::uuid[]) or c.id in (
    select coalesce(f.merged_into_id, f.id) from ${matching({ ...terms, sounds: null }, unlimited)} as found
      join customers f on f.organisation_id = ${ctx.organisationId} and f.id = found.customer_id))`;
}

const unlimited = 10_000_000;

function matching(terms: SearchTerms, limit: number): RawBuilder<unknown> {
  const [pattern = null, pattern2 = null] = terms.namePatterns;
  return sql`customers_matching(${terms.name}, ${pattern}, ${pattern2}, ${terms.sounds}::tsquery, ${terms.phoneEndReversed}, ${terms.emailStart},
    ${terms.identity}, ${limit})`;
}

/** So many hold what was typed that those at hand are some of them; to compare them one by one would not make them the best. */
const tooMany = (candidates: readonly Candidate[]): boolean =>
  candidates.filter((one) => one.found_by === 'name').length >= most;

function ranked(terms: SearchTerms, candidates: readonly Candidate[]): Candidate[] {
  const compareAll = !tooMany(candidates);
  const typed = { person: parseName(terms.name ?? '', 'person'), company: parseName(terms.name ?? '', 'company') };
  return candidates.flatMap((candidate) => {
    const { found_by: by, kind, search_name, score } = candidate;
    if (by !== 'sound' && by !== 'likeness' && !(by === 'name' && compareAll)) return [candidate];
    const fit = search_name === terms.name ? 1 : nameFit(typed[kind], parseName(search_name, kind)) * 0.98;
    if (by === 'sound') return fit < leastFit ? [] : [{ ...candidate, score: Math.round(wholeFit * fit) }];
    return [{ ...candidate, score: Math.max(Math.round(wholeFit * fit), score) }];
  });
}
