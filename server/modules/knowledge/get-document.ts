// A document with its versions, filing, and what the reader may do with it.
import { sql } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Document } from '#contract/knowledge.ts';
import { may, on, type Context } from '#platform/context.ts';
import { concernsOf } from './concerns.ts';
import { mayManage, maySeeDrafts, personNames, requireDocument, versions } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { briefOf, briefRows } from './list-documents.ts';
import { headsUnits } from './receipt-reach.ts';
import { versionBriefs } from './versions.ts';
import type { KnowledgeTables } from './tables.ts';

const mostVersions = 100;
const mostChecks = 20;

/** Throws `knowledge.not-found`, also for one of which the reader may see nothing yet. */
export async function getDocument(ctx: Context, id: string): Promise<Document> {
  const document = await requireDocument(ctx, id);
  const [brief] = await briefRows(ctx, sql`d.id = ${id}`, 1);
  if (!brief) throw knowledgeErrors.notFound({ id });
  const rows = await versions(ctx, id)
    .$if(!maySeeDrafts(ctx, document), (select) => select.where('in_force_from', 'is not', null))
    .orderBy('number', 'desc')
    .limit(mostVersions)
    .execute();
  const checks = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_checks')
    .select(['checked_by', 'checked_at', 'note'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', id)
    .orderBy('checked_at', 'desc')
    .limit(mostChecks)
    .execute();
  const names = await personNames(ctx, [document.retired_by, ...checks.map((check) => check.checked_by)]);
  const manages = mayManage(ctx, document);
  return {
    ...briefOf(brief),
    ownerId: document.owner_id,
    categoryIds: document.category_ids,
    productIds: document.product_ids,
    caseKinds: document.case_kinds as CaseKind[],
    reviewEveryMonths: document.review_every_months,
    concerns: (await concernsOf(ctx, [id]))(id),
    createdAt: document.created_at,
    retiredBy: names(document.retired_by),
    retireReason: document.retire_reason,
    versions: await versionBriefs(ctx, rows),
    checks: checks.map((check) => ({ at: check.checked_at, by: names(check.checked_by), note: check.note })),
    may: {
      write: may(ctx.actor, 'knowledge.write') && document.retired_at === null,
      file: manages,
      seeReceipts: manages || (await headsUnits(ctx)),
      retire: manages && document.retired_at === null,
    },
  };
}
