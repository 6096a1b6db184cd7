// What everybody may read without sign-in: public documents in force, under the role of customers.
import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import type { DocumentKind, PublicArticle, PublicArticleBrief, Topic } from '#contract/knowledge.ts';
import { countAttempt } from '#platform/access/attempts.ts';
import type { Context } from '#platform/context.ts';
import type { Platform } from '#platform/platform.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { readEntries, type Entry } from './entries.ts';
import { knowledgeErrors } from './errors.ts';
import { takeCustomerFeedback, type Said } from './feedback.ts';
import { listTopics, topicAndBelow } from './topics.ts';

const mostRelated = 5;
const isPublic = sql`e.audience = 'public'`;

export function publicBrief(entry: Entry): PublicArticleBrief {
  return {
    number: entry.number!,
    kind: entry.kind as DocumentKind,
    topicId: entry.topicId,
    language: entry.language,
    title: entry.title,
    summary: entry.summary,
    inForceFrom: entry.inForceFrom,
  };
}

/** Topics with public documents in them or below, and the languages in which there are any. */
export async function publicTopics(ctx: Context): Promise<{ topics: Topic[]; languages: Language[] }> {
  const { rows } = await sql<{ language: Language }>`
    select distinct language from knowledge_entries e where e.organisation_id = ${ctx.organisationId} and ${isPublic} order by 1`.execute(
    ctx.transaction,
  );
  return { topics: await listTopics(ctx, 'public'), languages: rows.map((row) => row.language) };
}

/** By number, the newest first. */
export async function publicArticles(
  ctx: Context,
  input: { language: Language; topicId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: PublicArticleBrief[]; next: string | null }> {
  const before = input.cursor === undefined ? null : Number(decodeCursor(input.cursor, 1)[0]);
  const entries = await readEntries(
    ctx,
    input.language,
    sql`${isPublic} ${input.topicId ? sql`and e.topic_id in ${topicAndBelow(ctx, input.topicId)}` : sql``}
        ${before === null ? sql`` : sql`and e.number < ${before}`}`,
    { order: sql`found.number desc`, limit: input.limit + 1 },
  );
  return page(entries, input.limit, publicBrief, (entry) => [entry.number]);
}

/** Throws `knowledge.not-found` for what is not public or not in force. */
export async function publicArticle(
  ctx: Context,
  input: { number: number; language: Language },
): Promise<PublicArticle> {
  const entry = await publicEntry(ctx, input.number, input.language);
  const related = entry.topicId
    ? await readEntries(
        ctx,
        input.language,
        sql`${isPublic} and e.topic_id = ${entry.topicId} and e.item_id <> ${entry.itemId}`,
        { order: sql`found.number desc`, limit: mostRelated },
      )
    : [];
  return {
    ...publicBrief(entry),
    version: entry.version,
    asked: input.language,
    languages: entry.languages,
    body: entry.body,
    related: related.map(publicBrief),
  };
}

async function publicEntry(ctx: Context, number: number, language: Language): Promise<Entry> {
  const [entry] = await readEntries(ctx, language, sql`${isPublic} and e.number = ${number}`, { limit: 1 });
  if (!entry) throw knowledgeErrors.notFound({ number });
  return entry;
}

const hourMs = 3_600_000;

/** Before the transaction. Throws `access.too-many-tries`. */
export async function countFeedback(platform: Platform, address: string): Promise<void> {
  await countAttempt(platform, `knowledge-feedback:${address}`, 30, hourMs);
}

/** Throws `knowledge.not-found`; `knowledge.changed-meanwhile` when another version holds by now. */
export async function givePublicFeedback(ctx: Context, input: Said & { number: number }): Promise<void> {
  const entry = await publicEntry(ctx, input.number, input.language);
  if (entry.version !== input.version) throw knowledgeErrors.changedMeanwhile({ version: entry.version });
  await takeCustomerFeedback(ctx, { ...input, documentId: entry.itemId });
}
