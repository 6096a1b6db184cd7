// Which process the cases of a category run by: read, set, taken away.
import { sql } from 'kysely';
import type { CategoryProcess, WhenCaseEnds } from '#contract/case-processes.ts';
import { categoryOf } from '#modules/catalogue/index.ts';
import { modelRefs, requireStartable } from '#modules/processes/index.ts';
import { append, byKey, on, type Context } from '#platform/context.ts';
import type { CaseTables } from '../tables.ts';

export async function listCategoryProcesses(ctx: Context): Promise<{ items: CategoryProcess[] }> {
  const rows = await byKey<CaseTables>(ctx)
    .selectFrom('category_processes')
    .select(['category_id', 'model_id', 'version', 'when_case_ends'])
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('category_id')
    .execute();
  const models = await modelRefs(
    ctx,
    rows.map(({ model_id }) => model_id),
  );
  return {
    items: rows.map((row) => {
      const { retired, ...model } = models.get(row.model_id)!;
      return { categoryId: row.category_id, model, version: row.version, whenCaseEnds: row.when_case_ends, retired };
    }),
  };
}

/** Throws `category.not-found`, and what starting the process throws: what cannot begin is not promised. */
export async function setCategoryProcess(
  ctx: Context,
  input: { id: string; modelId: string; version: number | null; whenCaseEnds: WhenCaseEnds },
): Promise<CategoryProcess> {
  const [, { retired, ...model }] = await Promise.all([
    categoryOf(ctx, input.id),
    requireStartable(ctx, input.modelId, input.version),
  ]);
  const values = {
    model_id: input.modelId,
    version: input.version,
    when_case_ends: input.whenCaseEnds,
    set_at: ctx.clock.now(),
    set_by: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
  };
  await on<CaseTables>(ctx)
    .insertInto('category_processes')
    .values({ organisation_id: ctx.organisationId, category_id: input.id, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'category_id']).doUpdateSet(values))
    .execute();
  append(ctx, {
    type: 'category.process-set',
    subjectType: 'category',
    subjectId: input.id,
    data: { modelId: input.modelId, version: input.version, whenCaseEnds: input.whenCaseEnds },
  });
  return { categoryId: input.id, model, version: input.version, whenCaseEnds: input.whenCaseEnds, retired };
}

export async function removeCategoryProcess(ctx: Context, { id }: { id: string }): Promise<void> {
  const gone = await on<CaseTables>(ctx)
    .deleteFrom('category_processes')
    .where('organisation_id', '=', ctx.organisationId)
    .where('category_id', '=', id)
    .returning('model_id')
    .executeTakeFirst();
  if (gone)
    append(ctx, {
      type: 'category.process-removed',
      subjectType: 'category',
      subjectId: id,
      data: { modelId: gone.model_id },
    });
}

export type Binding = {
  modelId: string;
  modelKey: string;
  retired: boolean;
  version: number | null;
  whenCaseEnds: WhenCaseEnds;
};

/** Null: no category, or one without a process. */
export async function bindingOf(ctx: Context, categoryId: string | null): Promise<Binding | null> {
  if (categoryId === null) return null;
  const { rows } = await sql<Omit<Binding, 'modelKey' | 'retired'>>`
    select model_id as "modelId", version, when_case_ends as "whenCaseEnds" from category_processes
     where organisation_id = ${ctx.organisationId} and category_id = ${categoryId}`.execute(ctx.keyed);
  const [row] = rows;
  if (!row) return null;
  const { key, retired } = (await modelRefs(ctx, [row.modelId])).get(row.modelId)!;
  return { ...row, modelKey: key, retired };
}
