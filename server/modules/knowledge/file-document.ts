// Files a document: topic, code, owner, what it helps with, and when it is looked at next; and records such looks.
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { FilingInput } from '#contract/knowledge.ts';
import { dateSettings, requirePerson } from '#modules/organisation/index.ts';
import type { CatalogueViews } from '#modules/catalogue/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { monthsOn } from './come-into-force.ts';
import { holdKnowledge, requireManaged } from './document.ts';
import { requireFreeCode } from './create-document.ts';
import { requireTopic } from './topics.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.not-owner`, `knowledge.topic-not-found`, `person.not-found`, `knowledge.code-taken`. */
export async function fileDocument(ctx: Context, input: FilingInput & { id: string }): Promise<void> {
  const document = await requireManaged(ctx, input.id);
  if (input.topicId !== null) await requireTopic(ctx, input.topicId);
  if (input.ownerId !== document.owner_id) await requirePerson(ctx, input.ownerId);
  await holdKnowledge(ctx, 'number');
  await requireFreeCode(ctx, input.code, input.id);
  await requireRelated(ctx, 'categoryIds', 'category_briefs', input.categoryIds);
  await requireRelated(ctx, 'productIds', 'product_briefs', input.productIds);
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_documents')
    .set({
      code: input.code === null ? null : cleanText(input.code),
      topic_id: input.topicId,
      owner_id: input.ownerId,
      category_ids: [...new Set(input.categoryIds)],
      product_ids: [...new Set(input.productIds)],
      case_kinds: [...new Set(input.caseKinds)],
      review_every_months: input.reviewEveryMonths,
      next_review_on: input.nextReviewOn,
      changed_at: ctx.clock.now(),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, { type: 'knowledge.document-filed', subjectType: 'knowledge-document', subjectId: input.id });
}

/** Throws `request.invalid` for one that is not in the catalogue. */
export async function requireRelated(
  ctx: Context,
  field: string,
  view: 'category_briefs' | 'product_briefs',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await on<CatalogueViews>(ctx)
    .selectFrom(view)
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...ids])
    .execute();
  const at = ids.findIndex((id) => !rows.some((row) => row.id === id));
  if (at >= 0) throw invalidField(`${field}.${at}`, 'not-found');
}

/** Somebody looked at it and found it right. The next look: the day given, else by its months, else none. */
export async function recordCheck(
  ctx: Context,
  input: { id: string; nextReviewOn: string | null; note: string | null },
): Promise<void> {
  const document = await requireManaged(ctx, input.id);
  const now = ctx.clock.now();
  const today = isoDateAt(now, (await dateSettings(ctx)).timeZone);
  if (input.nextReviewOn !== null && input.nextReviewOn <= today) throw invalidField('nextReviewOn', 'in-future');
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_checks')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      document_id: input.id,
      checked_by: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
      checked_at: now,
      note: input.note === null ? null : cleanText(input.note) || null,
    })
    .execute();
  const byMonths = document.review_every_months === null ? null : monthsOn(today, document.review_every_months);
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_documents')
    .set({ next_review_on: input.nextReviewOn ?? byMonths, changed_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, { type: 'knowledge.document-checked', subjectType: 'knowledge-document', subjectId: input.id });
}
