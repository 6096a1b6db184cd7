// The step sheets in force for a case, with what is done of them: who did it when, and what was done by an earlier version.
import { sql } from 'kysely';
import type { CaseStepSheet } from '#contract/case-steps.ts';
import type { Language } from '#contract/common.ts';
import { stepSheetsFor } from '#modules/knowledge/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

type Done = { documentId: string; version: number; stepId: string; at: Date; by: string | null };

/** Throws `case.not-found`. */
export async function stepSheetsOfCase(
  ctx: Context,
  input: { id: string; language: Language },
): Promise<{ items: CaseStepSheet[] }> {
  const [row, done] = await Promise.all([
    byKey<CaseTables>(ctx)
      .selectFrom('cases')
      .select(['kind', 'category_id', 'product_id'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', input.id)
      .executeTakeFirst(),
    doneSteps(ctx, input.id),
  ]);
  if (!row) throw caseErrors.notFound({ id: input.id });
  const sheets = await stepSheetsFor(ctx, {
    language: input.language,
    caseKind: row.kind,
    categoryId: row.category_id ?? undefined,
    productId: row.product_id ?? undefined,
  });
  return {
    items: sheets.map((sheet) => {
      const own = done.filter(({ documentId }) => documentId === sheet.id);
      const now = new Map(own.filter(({ version }) => version === sheet.version).map((one) => [one.stepId, one]));
      const last = Math.max(0, ...own.map(({ version }) => version).filter((version) => version < sheet.version));
      return {
        ...sheet,
        steps: sheet.steps.map((step) => {
          const mark = now.get(step.id);
          return { ...step, done: mark ? { at: mark.at, by: mark.by } : null };
        }),
        earlier: last === 0 ? null : { version: last, done: own.filter(({ version }) => version === last).length },
      };
    }),
  };
}

/** Whose last mark is `done`. */
async function doneSteps(ctx: Context, caseId: string): Promise<Done[]> {
  const { rows } = await sql<Done>`
    select m.document_id as "documentId", m.version, m.step_id as "stepId", m.at, p.name as by
      from (select distinct on (document_id, version, step_id) organisation_id, document_id, version, step_id, mark, at, person_id
              from case_step_marks
             where organisation_id = ${ctx.organisationId} and case_id = ${caseId}
             order by document_id, version, step_id, at desc, id desc) m
      left join person_briefs p on p.organisation_id = m.organisation_id and p.id = m.person_id
     where m.mark = 'done'`.execute(ctx.transaction);
  return rows;
}
