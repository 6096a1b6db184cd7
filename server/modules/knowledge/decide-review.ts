// Decides on a version in review: approved by somebody who did not write in it, or sent back with a reason.
import { startOfDay } from '#kernel/calendar/periods.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { tell } from '#modules/notifications/index.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { isAuthor } from './ask-review.ts';
import { comeIntoForce } from './come-into-force.ts';
import {
  actingPerson,
  openVersion,
  requireDocument,
  titlesOf,
  touch,
  type DocumentRow,
  type VersionRow,
} from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { setVersionState } from './set-version-state.ts';
import type { KnowledgeTables } from './tables.ts';

/**
 * In force at once, or from the first moment of its day. Throws `knowledge.not-in-review`, `knowledge.changed-meanwhile`,
 * `knowledge.own-version`; an editorial version must be confirmed to be one.
 */
export async function approveVersion(
  ctx: Context,
  input: { id: string; version: number; editorialConfirmed: boolean },
): Promise<void> {
  const personId = actingPerson(ctx);
  const { document, version } = await requireInReview(ctx, input);
  if (await isAuthor(ctx, input.id, version.number, personId))
    throw knowledgeErrors.ownVersion({ version: version.number });
  if (version.editorial && !input.editorialConfirmed) throw invalidField('editorialConfirmed', 'required');
  const now = ctx.clock.now();
  await decide(ctx, input.id, { decision: 'approved', decided_by: personId, decided_at: now });
  await setVersionState(ctx, input.id, version.number, {
    state: 'approved',
    approved_by: personId,
    approved_at: now,
  });
  await touch(ctx, input.id);
  await tellAuthors(ctx, document, version, 'knowledge.approved');
  append(ctx, {
    type: 'knowledge.version-approved',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: version.number, editorial: version.editorial },
  });
  // Otherwise `knowledge.wait-for-day` hears of it.
  const moment = await firstMoment(ctx, version.valid_from);
  if (moment === null || moment <= now) await comeIntoForce(ctx, input.id, version.number);
}

/** Null: with the approval. A day begins in the time zone of the organisation. */
export async function firstMoment(ctx: Context, validFrom: string | null): Promise<Date | null> {
  return validFrom === null ? null : startOfDay(validFrom, (await dateSettings(ctx)).timeZone);
}

/** It is a draft again. Throws `knowledge.not-in-review`, `knowledge.changed-meanwhile`. */
export async function sendBack(ctx: Context, input: { id: string; version: number; reason: string }): Promise<void> {
  const personId = actingPerson(ctx);
  const reason = cleanText(input.reason);
  if (reason === '') throw invalidField('reason', 'required');
  const { document, version } = await requireInReview(ctx, input);
  await decide(ctx, input.id, { decision: 'sent-back', decided_by: personId, decided_at: ctx.clock.now(), reason });
  await setVersionState(ctx, input.id, version.number, { state: 'draft' });
  await touch(ctx, input.id);
  await tellAuthors(ctx, document, version, 'knowledge.sent-back');
  append(ctx, {
    type: 'knowledge.version-sent-back',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: version.number },
  });
}

async function requireInReview(ctx: Context, { id, version }: { id: string; version: number }) {
  const document = await requireDocument(ctx, id, true);
  const open = await openVersion(ctx, id);
  if (open?.state !== 'in-review') throw knowledgeErrors.notInReview({ id, state: open?.state ?? null });
  if (open.number !== version) throw knowledgeErrors.changedMeanwhile({ version: open.number });
  return { document, version: open };
}

async function decide(
  ctx: Context,
  id: string,
  decision: { decision: 'approved' | 'sent-back'; decided_by: string; decided_at: Date; reason?: string },
): Promise<void> {
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_reviews')
    .set(decision)
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', id)
    .where('decision', 'is', null)
    .execute();
}

async function tellAuthors(ctx: Context, document: DocumentRow, version: VersionRow, type: string): Promise<void> {
  const authors = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_authors')
    .select('person_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', document.id)
    .where('version', '=', version.number)
    .execute();
  const title = await titlesOf(ctx, document.id, version.number);
  await tell(ctx, {
    personIds: [document.owner_id, ...authors.map((one) => one.person_id)].filter((id) => id !== actingPerson(ctx)),
    type,
    subjectType: 'knowledge-document',
    subjectId: document.id,
    data: { title, version: version.number },
  });
}
