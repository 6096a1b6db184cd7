// A reader without account says whether an article helped, and what was missing.
import type { Language } from '#contract/common.ts';
import type { FeedbackSource } from '#contract/public-knowledge.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { KnowledgeTables } from './tables.ts';

export interface PublicFeedback {
  number: number;
  version: number;
  language: Language;
  helpful: boolean;
  missing: string | null;
  source: FeedbackSource;
}

/** False when the version is no longer in force: what was said of it may not be true of the next. */
export async function givePublicFeedback(ctx: Context, input: PublicFeedback): Promise<boolean> {
  const entry = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_entries')
    .select('item_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('audience', '=', 'public')
    .where('number', '=', input.number)
    .where('version', '=', input.version)
    .limit(1)
    .executeTakeFirst();
  if (!entry) return false;
  const missing = input.helpful ? null : cleanText(input.missing ?? '').slice(0, 2000) || null;
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_feedback')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      document_id: entry.item_id,
      version: input.version,
      language: input.language,
      helpful: input.helpful,
      missing,
      from_kind: 'customer',
      person_id: null,
      customer_id: null,
      given_at: ctx.clock.now(),
      source: input.source,
    })
    .execute();
  return true;
}
