// Searches what is public, and finds what resembles a text that a customer is writing.
import { sql } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { SuggestedArticle } from '#contract/public-knowledge.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';
import { wordsQuery } from '#kernel/text/words-query.ts';
import type { Context } from '#platform/context.ts';
import { readEntries } from './entries.ts';
import { looseQuery } from './loose-query.ts';

const mostFound = 20;
const mostSuggested = 3;
/** Of what resembles a text best, so much less is still worth a look. */
const worthwhile = 0.5;

/** `text`: summary and body, for the piece that is shown. */
export type FoundText = SuggestedArticle & { text: string };

/** First what has all the words, then what has them in other forms, then (`near`) what has the rarest of them. */
export async function searchPublicly(
  ctx: Context,
  input: { q: string; language: Language },
): Promise<{ found: FoundText[]; near: boolean }> {
  const strict = wordsQuery(input.q)?.all;
  if (!strict) return { found: [], near: false };
  for (const words of [strict, looseQuery(input.q)]) {
    const hits = words === null ? [] : await matching(ctx, words, input.language);
    if (hits.length > 0) return { found: await readFound(ctx, hits, null), near: false };
  }
  return { found: await readFound(ctx, await resembling(ctx, input.q, input, mostFound), null), near: true };
}

/** In the customer's language where it is written in it. */
export async function suggestPublicly(
  ctx: Context,
  input: { text: string; language: Language; caseKind: CaseKind | null; categoryId: string | null },
): Promise<SuggestedArticle[]> {
  const hits = await resembling(ctx, input.text, input, mostSuggested);
  const best = hits[0]?.score ?? 0;
  const worth = hits.filter((hit) => hit.score >= best * worthwhile);
  return (await readFound(ctx, worth, input.language)).map(({ text: _text, ...one }) => one);
}

type Hit = { item_id: string; language: Language; score: number };

async function matching(ctx: Context, words: string, language: Language): Promise<Hit[]> {
  const filter = { audience: 'public', language };
  const { rows } = await sql<Hit>`
    select item_id, language, score from knowledge_matching(to_tsquery('simple', ${words}), ${JSON.stringify(filter)}::jsonb, ${mostFound})`.execute(
    ctx.transaction,
  );
  return rows;
}

async function resembling(
  ctx: Context,
  text: string,
  near: { language: Language; caseKind?: CaseKind | null; categoryId?: string | null },
  most: number,
): Promise<Hit[]> {
  const { language, caseKind = null, categoryId = null } = near;
  const filter = { audience: 'public', language, caseKind, categoryId };
  const { rows } = await sql<Hit>`
    select item_id, language, score from knowledge_resembling(${text}, ${JSON.stringify(filter)}::jsonb, ${most})`.execute(
    ctx.transaction,
  );
  return rows;
}

/** In the order of the hits; `language`: in which they are shown where they have it, null: as they were found. */
async function readFound(ctx: Context, hits: readonly Hit[], language: Language | null): Promise<FoundText[]> {
  if (hits.length === 0) return [];
  const ids = hits.map((hit) => hit.item_id);
  const languages = hits.map((hit) => hit.language);
  const asFound = sql`(e.item_id, e.language) in (select * from unnest(${ids}::uuid[], ${languages}::text[]))`;
  const where = language === null ? asFound : sql`e.item_id = any (${ids}::uuid[])`;
  const entries = await readEntries(ctx, language ?? 'en', where, { limit: ids.length });
  return hits.flatMap((hit) =>
    entries
      .filter((entry) => entry.itemId === hit.item_id)
      .map(({ itemId, number, version, kind, language: shown, title, summary, audience, body }) => ({
        id: itemId,
        number: number!,
        version,
        kind,
        language: shown,
        title,
        summary,
        audience,
        score: hit.score,
        text: [summary, richTextToText(body)].filter(Boolean).join('\n'),
      })),
  );
}
