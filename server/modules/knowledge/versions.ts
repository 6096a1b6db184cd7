// Versions of documents as the API shows them.
import type { Language } from '#contract/common.ts';
import type { ControlQuestion, Review, Version, VersionBrief } from '#contract/knowledge.ts';
import type { PersonRef } from '#contract/common.ts';
import { may, on, type Context } from '#platform/context.ts';
import {
  mayManage,
  personNames,
  requireDocument,
  requireVersion,
  type DocumentRow,
  type VersionRow,
} from './document.ts';
import { textsOf } from './version-texts.ts';
import type { KnowledgeTables } from './tables.ts';

type Names = Awaited<ReturnType<typeof personNames>>;

/** One document's, with their authors; for texts see `readVersion`. */
export async function versionBriefs(ctx: Context, rows: readonly VersionRow[]): Promise<VersionBrief[]> {
  const [first] = rows;
  if (!first) return [];
  const [texts, authors] = await Promise.all([
    on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_texts')
      .select(['version', 'language'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('document_id', '=', first.document_id)
      .orderBy('language')
      .execute(),
    authorsOf(ctx, first.document_id),
  ]);
  const names = await personNames(ctx, [
    ...rows.map((row) => row.approved_by),
    ...authors.map((author) => author.person_id),
  ]);
  return rows.map((row) => ({
    ...briefFields(row, names, authors),
    languages: texts.filter((text) => text.version === row.number).map((text) => text.language as Language),
  }));
}

/** Throws `knowledge.not-found`, `knowledge.version-not-found`. */
export async function readVersion(ctx: Context, id: string, number: number): Promise<Version> {
  const document = await requireDocument(ctx, id);
  return versionView(ctx, document, await requireVersion(ctx, document, number));
}

async function versionView(ctx: Context, document: DocumentRow, row: VersionRow): Promise<Version> {
  const [texts, authors, reviews] = await Promise.all([
    textsOf(ctx, document.id, row.number),
    authorsOf(ctx, document.id, row.number),
    on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_reviews')
      .selectAll()
      .where('organisation_id', '=', ctx.organisationId)
      .where('document_id', '=', document.id)
      .where('version', '=', row.number)
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  ]);
  const names = await personNames(ctx, [
    row.approved_by,
    ...authors.map((author) => author.person_id),
    ...reviews.flatMap((review) => [review.asked_by, review.decided_by, ...review.reviewer_ids]),
  ]);
  const isAuthor =
    ctx.actor.kind === 'staff' &&
    authors.some((author) => author.person_id === (ctx.actor as { personId: string }).personId);
  // Which answer is right is for those who wrote or decide; a draft is saved as a whole by whoever writes.
  const seesAnswers =
    isAuthor ||
    may(ctx.actor, 'knowledge.approve') ||
    mayManage(ctx, document) ||
    (row.state === 'draft' && may(ctx.actor, 'knowledge.write'));
  return {
    ...briefFields(row, names, authors),
    documentId: document.id,
    revision: row.revision,
    texts,
    receiptDays: row.receipt_days,
    questions: seesAnswers ? (row.questions as ControlQuestion[]) : [],
    receiptSince: row.receipt_since,
    reviews: reviews.map((review): Review => ({
      id: review.id,
      askedBy: names(review.asked_by),
      askedAt: review.asked_at,
      reviewers: people(review.reviewer_ids, names),
      decision: review.decision,
      decidedBy: names(review.decided_by),
      decidedAt: review.decided_at,
      reason: review.reason,
    })),
    isAuthor,
    mayDecide: row.state === 'in-review' && !isAuthor && may(ctx.actor, 'knowledge.approve'),
  };
}

function authorsOf(ctx: Context, documentId: string, version?: number) {
  return on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_authors')
    .select(['version', 'person_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', documentId)
    .$if(version !== undefined, (select) => select.where('version', '=', version!))
    .orderBy('first_at')
    .execute();
}

function briefFields(
  row: VersionRow,
  names: Names,
  authors: readonly { version: number; person_id: string }[],
): Omit<VersionBrief, 'languages'> {
  return {
    number: row.number,
    state: row.state,
    audience: row.audience,
    editorial: row.editorial,
    changeNote: row.change_note,
    authors: people(
      authors.filter((author) => author.version === row.number).map((author) => author.person_id),
      names,
    ),
    demandsReceipt: row.demands_receipt,
    validFrom: row.valid_from,
    createdAt: row.created_at,
    approvedBy: names(row.approved_by),
    approvedAt: row.approved_at,
    inForceFrom: row.in_force_from,
    inForceUntil: row.in_force_until,
  };
}

const people = (ids: readonly string[], names: Names): PersonRef[] =>
  ids.map(names).filter((one): one is PersonRef => one !== null);
