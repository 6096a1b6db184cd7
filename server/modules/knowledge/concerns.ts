// Whom a document or an announcement concerns.
import type { Concern } from '#contract/knowledge.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { requireManaged } from './document.ts';
import type { KnowledgeTables } from './tables.ts';

type Subject = { document_id: string } | { announcement_id: string };
const subjectId = (subject: Subject): string =>
  'document_id' in subject ? subject.document_id : subject.announcement_id;

/** Receipts follow in a job. Throws `knowledge.not-owner`, `request.invalid`. */
export async function setConcerns(ctx: Context, input: { id: string; concerns: readonly Concern[] }): Promise<void> {
  await requireManaged(ctx, input.id);
  await writeConcerns(ctx, { document_id: input.id }, input.concerns);
  append(ctx, {
    type: 'knowledge.concerns-changed',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { parts: input.concerns.length },
  });
}

/** In place of those that were there. Throws `request.invalid` with the place of what is not there. */
export async function writeConcerns(ctx: Context, subject: Subject, concerns: readonly Concern[]): Promise<void> {
  await requireThere(ctx, concerns);
  await on<KnowledgeTables>(ctx)
    .deleteFrom('knowledge_concerns')
    .where('organisation_id', '=', ctx.organisationId)
    .where('subject_id', '=', subjectId(subject))
    .execute();
  const parts = [...new Map(concerns.map((one) => [JSON.stringify(one), one])).values()];
  if (parts.length === 0) return;
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_concerns')
    .values(
      parts.map((one) => ({
        organisation_id: ctx.organisationId,
        id: newId(),
        ...subject,
        kind: one.kind,
        unit_id: one.kind === 'unit' ? one.unitId : null,
        role: one.kind === 'role' ? one.role : null,
        position_id: one.kind === 'position' ? one.positionId : null,
        person_id: one.kind === 'person' ? one.personId : null,
      })),
    )
    .execute();
}

async function requireThere(ctx: Context, concerns: readonly Concern[]): Promise<void> {
  const wished = {
    unit_briefs: concerns.flatMap((one) => (one.kind === 'unit' ? [one.unitId] : [])),
    position_briefs: concerns.flatMap((one) => (one.kind === 'position' ? [one.positionId] : [])),
    staff_briefs: concerns.flatMap((one) => (one.kind === 'person' ? [one.personId] : [])),
  };
  const found = new Set<string>();
  for (const view of ['unit_briefs', 'position_briefs', 'staff_briefs'] as const)
    if (wished[view].length > 0)
      for (const row of await on<OrganisationViews>(ctx)
        .selectFrom(view)
        .select('id')
        .where('organisation_id', '=', ctx.organisationId)
        .where('id', 'in', wished[view])
        .execute())
        found.add(row.id);
  concerns.forEach((one, at) => {
    const id =
      one.kind === 'unit'
        ? one.unitId
        : one.kind === 'position'
          ? one.positionId
          : one.kind === 'person'
            ? one.personId
            : null;
    if (id !== null && !found.has(id)) throw invalidField(`concerns.${at}`, 'not-found', { id });
  });
}

/** By subject, in one statement. */
export async function concernsOf(ctx: Context, subjects: readonly string[]): Promise<(id: string) => Concern[]> {
  const rows =
    subjects.length === 0
      ? []
      : await on<KnowledgeTables>(ctx)
          .selectFrom('knowledge_concerns')
          .select(['subject_id', 'kind', 'unit_id', 'role', 'position_id', 'person_id'])
          .where('organisation_id', '=', ctx.organisationId)
          .where('subject_id', 'in', [...subjects])
          .orderBy('id')
          .execute();
  const concern = (row: (typeof rows)[number]): Concern => {
    if (row.unit_id !== null) return { kind: 'unit', unitId: row.unit_id };
    if (row.position_id !== null) return { kind: 'position', positionId: row.position_id };
    if (row.person_id !== null) return { kind: 'person', personId: row.person_id };
    return row.role === null ? { kind: 'everybody' } : { kind: 'role', role: row.role };
  };
  return (id) => rows.filter((row) => row.subject_id === id).map(concern);
}
