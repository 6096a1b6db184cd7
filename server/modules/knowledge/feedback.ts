// Did it help: what staff and customers say about the version in force, and the counts of it.
import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import type { FeedbackFigures } from '#contract/knowledge-voices.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { actingPerson, requireDocument, versionInForce } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import type { KnowledgeTables } from './tables.ts';

type Said = { version: number; language: Language; helpful: boolean; missing: string | null };

/** Of a member of staff: once per version, the later word replaces the earlier. Throws `knowledge.not-in-force`. */
export async function giveFeedback(ctx: Context, input: Said & { id: string }): Promise<void> {
  const personId = actingPerson(ctx);
  await requireDocument(ctx, input.id);
  if ((await versionInForce(ctx, input.id))?.number !== input.version)
    throw knowledgeErrors.notInForce({ id: input.id, version: input.version });
  const said = {
    language: input.language,
    helpful: input.helpful,
    missing: clean(input.missing),
    given_at: ctx.clock.now(),
  };
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_feedback')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      document_id: input.id,
      version: input.version,
      from_kind: 'staff',
      person_id: personId,
      ...said,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'document_id', 'version', 'person_id'])
        .where('person_id', 'is not', null)
        .doUpdateSet(said),
    )
    .execute();
  append(ctx, {
    type: 'knowledge.feedback-given',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: input.version, helpful: input.helpful },
  });
}

const clean = (missing: string | null): string | null => (missing === null ? null : cleanText(missing) || null);

type Count = { version: number; from_kind: 'customer' | 'staff'; helpful: number; not: number };

/** Per version, the newest first, with `n`; and the words, the newest first. */
export async function readFeedback(
  ctx: Context,
  input: { id: string; cursor?: string | undefined; limit: number },
): Promise<FeedbackFigures> {
  await requireDocument(ctx, input.id);
  const counts = await sql<Count>`
    select version, from_kind, count(*) filter (where helpful)::int as helpful, count(*) filter (where not helpful)::int as not
      from knowledge_feedback where organisation_id = ${ctx.organisationId} and document_id = ${input.id}
     group by version, from_kind order by version desc`.execute(ctx.transaction);
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 2).map(String);
  const remarks = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_feedback')
    .select(['id', 'version', 'language', 'from_kind', 'helpful', 'missing', 'given_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', input.id)
    .where('missing', 'is not', null)
    .$if(after !== null, (select) =>
      select.where(sql<boolean>`(given_at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const countOf = (version: number, from: Count['from_kind']) => {
    const found = counts.rows.find((row) => row.version === version && row.from_kind === from);
    const [helpful, not] = [found?.helpful ?? 0, found?.not ?? 0];
    return { n: helpful + not, helpful, not };
  };
  return {
    versions: [...new Set(counts.rows.map((row) => row.version))].map((version) => ({
      version,
      customers: countOf(version, 'customer'),
      staff: countOf(version, 'staff'),
    })),
    remarks: page(
      remarks,
      input.limit,
      (row) => ({
        id: row.id,
        version: row.version,
        language: row.language as Language,
        from: row.from_kind,
        helpful: row.helpful,
        missing: row.missing ?? '',
        at: row.given_at,
      }),
      (row) => [row.given_at.toISOString(), row.id],
    ),
  };
}
