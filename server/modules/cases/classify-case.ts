// Changes what a case is: kind, category, product, priority, subject. What it was stays in its event.
import { sql } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { categoryInUse, categoryOf } from '#modules/catalogue/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { caseErrors } from './errors.ts';
import { lockCase, type CaseRow } from './lock-case.ts';
import { staffActions } from './lifecycle.ts';
import { searchVector } from './searchable-words.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

export type Classification = {
  id: string;
  kind?: CaseKind | undefined;
  categoryId?: string | null | undefined;
  productId?: string | null | undefined;
  priority?: CaseRow['priority'] | undefined;
  subject?: string | undefined;
};

export async function classifyCase(ctx: Context, input: Classification): Promise<void> {
  const row = await lockCase(ctx, input.id, staffActions.classify.states);
  const next = {
    kind: input.kind ?? row.kind,
    category_id: input.categoryId === undefined ? row.category_id : input.categoryId,
    product_id: input.productId === undefined ? row.product_id : input.productId,
    priority: input.priority ?? row.priority,
    subject: input.subject === undefined ? row.subject : cleanText(input.subject),
  };
  // A case may stay where it was filed before the category went out of use, but none is moved there.
  const find = next.category_id === row.category_id ? categoryOf : categoryInUse;
  const category = next.category_id ? await find(ctx, next.category_id) : null;
  if (category && category.kinds.length > 0 && !category.kinds.includes(next.kind))
    throw caseErrors.kindNotAllowed({ kind: next.kind, allowed: category.kinds });
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== row[key]);
  if (changed.length === 0) return;
  await on<CaseTables>(ctx)
    .updateTable('cases')
    .set({
      ...next,
      last_activity_at: ctx.clock.now(),
      ...(changed.includes('subject') ? { search: sql<string>`search || ${searchVector(next.subject)}` } : {}),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', row.id)
    .execute();
  if (changed.some((key) => key !== 'subject'))
    await tellClocks(ctx, row, {
      type: 'changed',
      traits: {
        kind: next.kind,
        categoryId: next.category_id,
        productId: next.product_id,
        priority: next.priority,
      },
    });
  // The subject is a person's words: the event says that it changed, not what it says.
  const facts = Object.fromEntries(
    changed
      .filter((key) => key !== 'subject')
      .flatMap((key) => [
        [key, next[key]],
        [`${key}_before`, row[key]],
      ]),
  );
  append(ctx, {
    type: 'case.classified',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { changed, ...facts },
  });
}
