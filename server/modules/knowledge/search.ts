// Finds what is in force: by words that a person types, and by the resemblance of a text.
import { sql } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { Audience, Found, FoundKind } from '#contract/knowledge.ts';
import { wordsQuery } from '#kernel/text/words-query.ts';
import type { Context } from '#platform/context.ts';
import { readEntries } from './entries.ts';

type Hit = { item_id: string; language: Language; score: number };

/** All words must occur, the last as a beginning; titles weigh most. Customers find what is public, whatever is asked. */
export async function searchKnowledge(
  ctx: Context,
  input: {
    q: string;
    language?: Language | undefined;
    kind?: FoundKind | undefined;
    audience?: Audience | undefined;
    limit: number;
  },
): Promise<Found[]> {
  const words = wordsQuery(input.q)?.all;
  if (words === undefined) return [];
  const filter = { kinds: input.kind ? [input.kind] : [], audience: input.audience, language: input.language };
  const { rows } = await sql<Hit>`
    select item_id, language, score from knowledge_matching(to_tsquery('simple', ${words}), ${JSON.stringify(filter)}::jsonb, ${input.limit})`.execute(
    ctx.transaction,
  );
  return foundOf(ctx, rows, null);
}

type Likeness = {
  /** As somebody wrote it; the first 4,000 characters count. */
  text: string;
  /** Of the reader. */
  language: Language;
  caseKind?: CaseKind | null | undefined;
  categoryId?: string | null | undefined;
  productId?: string | null | undefined;
  /** None: all. */
  kinds?: readonly FoundKind[] | undefined;
  /** `public`: what customers may be given. */
  audience?: Audience | undefined;
  limit?: number | undefined;
};

/** What may help with a text, the best first; scores compare within one answer. */
export async function suggestFor(ctx: Context, given: Likeness): Promise<Found[]> {
  if (given.text.trim() === '') return [];
  const { caseKind, categoryId, productId, audience, language, kinds = [] } = given;
  const filter = JSON.stringify({ kinds, audience, language, caseKind, categoryId, productId });
  const { rows } = await sql<Hit>`
    select item_id, language, score from knowledge_resembling(${given.text}, ${filter}::jsonb, ${given.limit ?? 8})`.execute(
    ctx.transaction,
  );
  return foundOf(ctx, rows, language);
}

/** `language`: in which they are shown where they have it; null: in the one that was found. */
async function foundOf(ctx: Context, hits: readonly Hit[], language: Language | null): Promise<Found[]> {
  if (hits.length === 0) return [];
  const ids = hits.map((hit) => hit.item_id);
  const inFound = sql`(e.item_id, e.language) in (select * from unnest(${ids}::uuid[], ${hits.map((hit) => hit.language)}::text[]))`;
  const entries = await readEntries(
    ctx,
    language ?? 'en',
    language === null ? inFound : sql`e.item_id = any (${ids}::uuid[])`,
    { limit: ids.length },
  );
  const byId = new Map(entries.map((entry) => [entry.itemId, entry]));
  return hits.flatMap((hit): Found[] => {
    const entry = byId.get(hit.item_id);
    if (!entry) return [];
    const { number, kind, title, summary, audience } = entry;
    return [{ id: hit.item_id, number, kind, language: entry.language, title, summary, audience, score: hit.score }];
  });
}
