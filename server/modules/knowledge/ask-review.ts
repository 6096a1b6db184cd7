// Asks others to review the draft: from then on it is not changed, until they decide or it is taken back.
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors, type FieldFault } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { permissionsOf } from '#platform/module.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { tell } from '#modules/notifications/index.ts';
import type { ControlQuestion } from '#contract/knowledge.ts';
import { reviewFaults } from './check-draft.ts';
import {
  actingPerson,
  mayManage,
  openVersion,
  requireDocument,
  requireDraft,
  titlesOf,
  touch,
  versionInForce,
} from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { setVersionState } from './set-version-state.ts';
import { textsOf } from './version-texts.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.no-draft`; `request.invalid` with what is missing, also when nobody named may approve it. */
export async function askReview(
  ctx: Context,
  { id, reviewerIds }: { id: string; reviewerIds: readonly string[] },
): Promise<number> {
  const personId = actingPerson(ctx);
  const { document, draft } = await requireDraft(ctx, id);
  const [texts, current, concerned] = await Promise.all([
    textsOf(ctx, id, draft.number),
    versionInForce(ctx, id),
    on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_concerns')
      .select('id')
      .where('organisation_id', '=', ctx.organisationId)
      .where('document_id', '=', id)
      .limit(1)
      .executeTakeFirst(),
  ]);
  const faults = [
    ...reviewFaults(
      document.kind,
      {
        texts,
        editorial: draft.editorial,
        demandsReceipt: draft.demands_receipt,
        questions: draft.questions as ControlQuestion[],
      },
      { concerned: concerned !== undefined, follows: current !== undefined },
    ),
    ...(await reviewerFaults(ctx, id, draft.number, reviewerIds)),
  ];
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  const reviewId = newId();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_reviews')
    .values({
      organisation_id: ctx.organisationId,
      id: reviewId,
      document_id: id,
      version: draft.number,
      asked_by: personId,
      asked_at: ctx.clock.now(),
      reviewer_ids: [...new Set(reviewerIds)],
    })
    .execute();
  await setVersionState(ctx, id, draft.number, { state: 'in-review' });
  await touch(ctx, id);
  await tell(ctx, {
    personIds: reviewerIds,
    type: 'knowledge.review-asked',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { title: await titlesOf(ctx, id, draft.number), version: draft.number },
  });
  append(ctx, {
    type: 'knowledge.review-asked',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { version: draft.number, reviewId },
  });
  return draft.number;
}

/** A reviewer works here, may approve, and wrote none of it: otherwise nobody asked could decide. */
async function reviewerFaults(ctx: Context, id: string, version: number, reviewerIds: readonly string[]) {
  const [people, authors] = await Promise.all([
    on<OrganisationViews>(ctx)
      .selectFrom('staff_briefs')
      .select(['id', 'roles'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', 'in', [...reviewerIds])
      .execute(),
    on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_authors')
      .select('person_id')
      .where('organisation_id', '=', ctx.organisationId)
      .where('document_id', '=', id)
      .where('version', '=', version)
      .execute(),
  ]);
  return reviewerIds.flatMap((reviewerId, at): FieldFault[] => {
    const field = `reviewerIds.${at}`;
    const person = people.find((one) => one.id === reviewerId);
    if (!person) return [{ field, code: 'not-staff' }];
    if (!permissionsOf(ctx.platform.modules, person.roles ?? []).has('knowledge.approve'))
      return [{ field, code: 'may-not-approve' }];
    return authors.some((one) => one.person_id === reviewerId) ? [{ field, code: 'is-author' }] : [];
  });
}

/** By an author, or by whoever manages it. Throws `knowledge.not-in-review`, `knowledge.not-owner`. */
export async function withdrawReview(ctx: Context, id: string): Promise<number> {
  const personId = actingPerson(ctx);
  const document = await requireDocument(ctx, id, true);
  const version = await openVersion(ctx, id);
  if (version?.state !== 'in-review') throw knowledgeErrors.notInReview({ id, state: version?.state ?? null });
  if (!mayManage(ctx, document) && !(await isAuthor(ctx, id, version.number, personId)))
    throw knowledgeErrors.notOwner({ id });
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_reviews')
    .set({ decision: 'withdrawn', decided_by: personId, decided_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', id)
    .where('decision', 'is', null)
    .execute();
  await setVersionState(ctx, id, version.number, { state: 'draft' });
  await touch(ctx, id);
  append(ctx, {
    type: 'knowledge.review-withdrawn',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { version: version.number },
  });
  return version.number;
}

export async function isAuthor(ctx: Context, id: string, version: number, personId: string): Promise<boolean> {
  const row = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_authors')
    .select('person_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', id)
    .where('version', '=', version)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}
