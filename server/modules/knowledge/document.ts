// A document as verbs need it: its row, who acts on it, and what they may do.
import { sql, type Selectable } from 'kysely';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { may, on, type Context } from '#platform/context.ts';
import { knowledgeErrors } from './errors.ts';
import type { KnowledgeTables } from './tables.ts';

export type DocumentRow = Selectable<KnowledgeTables['knowledge_documents']>;
export type VersionRow = Selectable<KnowledgeTables['knowledge_versions']>;

/** The person who acts. Throws `knowledge.only-people` for programs. */
export function actingPerson(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw knowledgeErrors.onlyPeople();
  return ctx.actor.personId;
}

/** Throws `knowledge.not-found`. `lock`: whoever changes it or a version of it comes one after the other. */
export async function requireDocument(ctx: Context, id: string, lock = false): Promise<DocumentRow> {
  const row = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_documents')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst();
  if (!row) throw knowledgeErrors.notFound({ id });
  return row;
}

export const isOwner = (ctx: Context, document: Pick<DocumentRow, 'owner_id'>): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.personId === document.owner_id;

export const mayManage = (ctx: Context, document: Pick<DocumentRow, 'owner_id'>): boolean =>
  may(ctx.actor, 'knowledge.manage') || isOwner(ctx, document);

/** Drafts are seen by those who write, decide or own. */
export const maySeeDrafts = (ctx: Context, document: Pick<DocumentRow, 'owner_id'>): boolean =>
  may(ctx.actor, 'knowledge.write') || may(ctx.actor, 'knowledge.approve') || mayManage(ctx, document);

/** For its owner and whoever manages knowledge. Throws `knowledge.not-found`, `knowledge.not-owner`. */
export async function requireManaged(ctx: Context, id: string): Promise<DocumentRow> {
  const document = await requireDocument(ctx, id, true);
  if (!mayManage(ctx, document)) throw knowledgeErrors.notOwner({ id });
  return document;
}

/** Draft, in review, or approved and waiting for its day. */
export async function openVersion(ctx: Context, documentId: string): Promise<VersionRow | undefined> {
  return versions(ctx, documentId).where('state', 'in', ['draft', 'in-review', 'approved']).executeTakeFirst();
}

export async function versionInForce(ctx: Context, documentId: string): Promise<VersionRow | undefined> {
  return versions(ctx, documentId).where('state', '=', 'in-force').executeTakeFirst();
}

/** Throws `knowledge.version-not-found`; drafts only for those who may see them. */
export async function requireVersion(ctx: Context, document: DocumentRow, number: number): Promise<VersionRow> {
  const row = await versions(ctx, document.id).where('number', '=', number).executeTakeFirst();
  if (!row || (row.in_force_from === null && !maySeeDrafts(ctx, document)))
    throw knowledgeErrors.versionNotFound({ id: document.id, version: number });
  return row;
}

/** Locks the document. Throws `knowledge.no-draft`. */
export async function requireDraft(ctx: Context, id: string): Promise<{ document: DocumentRow; draft: VersionRow }> {
  const document = await requireDocument(ctx, id, true);
  const draft = await openVersion(ctx, id);
  if (draft?.state !== 'draft') throw knowledgeErrors.noDraft({ id, state: draft?.state ?? null });
  return { document, draft };
}

export const versions = (ctx: Context, documentId: string) =>
  on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_versions')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', documentId);

/** Marks the document as changed now, so that it comes first in lists. */
export async function touch(ctx: Context, id: string): Promise<void> {
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_documents')
    .set({ changed_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}

/** language → title of a version, for notices. */
export async function titlesOf(ctx: Context, documentId: string, version: number): Promise<Record<string, string>> {
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_texts')
    .select(['language', 'title'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .where('title', '<>', '')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.language, row.title]));
}

/** Names of people by id, in one statement. */
export async function personNames(
  ctx: Context,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => { id: string; name: string } | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length === 0
      ? []
      : await on<OrganisationViews>(ctx)
          .selectFrom('person_briefs')
          .select(['id', 'name'])
          .where('organisation_id', '=', ctx.organisationId)
          .where('id', 'in', wanted)
          .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null || !names.has(id) ? null : { id, name: names.get(id)! });
}

/** One at a time in the organisation, for what is counted up. */
export async function holdKnowledge(ctx: Context, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`knowledge:${what}:${ctx.organisationId}`}, 0))`.execute(
    ctx.transaction,
  );
}
