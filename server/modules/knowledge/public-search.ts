// Searches what is public, and finds what resembles a text that a customer is writing.
import { sql } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { Audience, Found, FoundKind, SuggestedArticle } from '#contract/knowledge.ts';
import type { RichText } from '#kernel/rich-text/rich-text.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';
import { wordsQuery } from '#kernel/text/words-query.ts';
import { on, type Context } from '#platform/context.ts';
import { looseQuery } from './loose-query.ts';
import type { KnowledgeTables } from './tables.ts';

const mostFound = 20;
const mostSuggested = 3;
/** Of what resembles a text best, so much less is still worth a look. */
const worthwhile = 0.5;

export type FoundText = Found & { number: number; version: number; text: string };

/** First what has all the words, then what has them in other forms, then (`near`) what has the rarest of them. */
export async function searchPublicly(
  ctx: Context,
  input: { q: string; language: Language },
): Promise<{ found: FoundText[]; near: boolean }> {
  const strict = wordsQuery(input.q)?.all;
  if (!strict) return { found: [], near: false };
  const exact = await matching(ctx, strict, input.language);
  if (exact.length > 0) return { found: await readFound(ctx, exact), near: false };
  const loose = looseQuery(input.q);
  const other = loose ? await matching(ctx, loose, input.language) : [];
  if (other.length > 0) return { found: await readFound(ctx, other), near: false };
  return { found: await readFound(ctx, await resembling(ctx, input.q, input, mostFound)), near: true };
}

export async function suggestPublicly(
  ctx: Context,
  input: { text: string; language: Language; caseKind: CaseKind | null; categoryId: string | null },
): Promise<SuggestedArticle[]> {
  const rows = await resembling(ctx, input.text, input, mostSuggested);
  const best = rows[0]?.score ?? 0;
  const found = await readFound(
    ctx,
    rows.filter((row) => row.score >= best * worthwhile),
  );
  return found.map(({ text: _text, ...one }) => one);
}

type Hit = { item_id: string; language: string; score: number };

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

/** In the order of the hits. */
async function readFound(ctx: Context, hits: readonly Hit[]): Promise<FoundText[]> {
  if (hits.length === 0) return [];
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_entries')
    .select(['item_id', 'language', 'number', 'version', 'kind', 'title', 'summary', 'body', 'audience'])
    .where('organisation_id', '=', ctx.organisationId)
    .where(
      'item_id',
      'in',
      hits.map((hit) => hit.item_id),
    )
    .execute();
  return hits.flatMap((hit) =>
    rows
      .filter((row) => row.item_id === hit.item_id && row.language === hit.language)
      .map((row) => ({
        id: row.item_id,
        number: row.number!,
        version: row.version,
        kind: row.kind as FoundKind,
        language: row.language as Language,
        title: row.title,
        summary: row.summary,
        audience: row.audience as Audience,
        score: hit.score,
        text: [row.summary, richTextToText(row.body as unknown as RichText)].filter(Boolean).join('\n'),
      })),
  );
}
