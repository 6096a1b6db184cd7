// The inbox: one page of cases by filter, by keyset, with what a row needs to be read.
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { CaseFilter, CaseListItem } from '#contract/cases.ts';
import { wordsQuery } from '#kernel/text/words-query.ts';
import { recordsOf } from '#modules/customers/index.ts';
import { segmentNameReader } from '#modules/segments/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { ServiceLevelViews } from '#modules/service-levels/index.ts';
import { caseCore, selectCases } from './case-core.ts';
import { exactCode } from './search-words.ts';
import type { CaseTables } from './tables.ts';

type Input = CaseFilter & { cursor?: string | undefined; limit: number };

export async function listCases(ctx: Context, input: Input): Promise<{ items: CaseListItem[]; next: string | null }> {
  const { time, direction } = orders[input.order];
  const after = input.cursor ? decodeCursor(input.cursor, 2) : undefined;
  // A customer's cases are those of all records that count as this customer.
  const records = input.customerId ? await recordsOf(ctx, input.customerId) : [];
  let found = on<CaseTables & ServiceLevelViews>(ctx)
    .selectFrom('cases')
    .$if(input.order === 'due' || input.due !== undefined, (query) =>
      query.innerJoin('case_due', (join) =>
        join.onRef('case_due.organisation_id', '=', 'cases.organisation_id').onRef('case_due.case_id', '=', 'cases.id'),
      ),
    )
    .select('cases.id')
    .where('cases.organisation_id', '=', ctx.organisationId)
    .where((where) => filter(ctx, where, input, after, records));
  if (after)
    found = found.where(
      sql<boolean>`(${sql.ref(time)}, cases.id) ${sql.raw(direction === 'asc' ? '>' : '<')} (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`,
    );
  // The page first, then whom its cases belong to: where the statistics expect less than a page, PostgreSQL would join all that
  // fit and sort them, and after a busy morning those are thousands.
  const onPage = found
    .orderBy(sql.ref(time), direction)
    .orderBy('cases.id', direction)
    .limit(input.limit + 1);
  const rows = await selectCases(ctx, on(ctx))
    .select(sql<string>`left(cases.description, 200)`.as('snippet'))
    .where('cases.id', 'in', onPage)
    .orderBy(time, direction)
    .orderBy('cases.id', direction)
    .execute();
  const segmentName = await segmentNameReader(ctx, rows);
  return page(
    rows,
    input.limit,
    (row) => ({ ...caseCore(row, segmentName(row)), snippet: row.snippet }),
    (row) => [
      { latest: row.last_activity_at, oldest: row.registered_at, due: row.next_due_at! }[input.order].toISOString(),
      row.id,
    ],
  );
}

const orders = {
  latest: { time: 'cases.last_activity_at', direction: 'desc' },
  oldest: { time: 'cases.registered_at', direction: 'asc' },
  due: { time: 'case_due.next_due_at', direction: 'asc' },
} as const;
const soonMs = 86_400_000;

function filter(
  ctx: Context,
  where: ExpressionBuilder<CaseTables, 'cases'>,
  input: Input,
  after: readonly unknown[] | undefined,
  records: readonly string[],
) {
  const merged = records.length > 1;
  const equal = equalities(ctx, merged ? { ...input, customerId: undefined } : input);
  if (!equal) return sql<boolean>`false`;
  const conditions: Expression<SqlBool>[] = Object.entries(equal).map(([column, value]) => {
    const name = sql.ref(`cases.${column}`);
    return value === null ? sql<boolean>`${name} is null` : sql<boolean>`${name} = ${value}`;
  });
  if (merged) conditions.push(sql<boolean>`cases.customer_id = any (${records}::uuid[])`);
  const now = ctx.clock.now();
  const soon = new Date(now.getTime() + soonMs);
  if (input.order === 'due') conditions.push(sql<boolean>`case_due.next_due_at is not null`);
  if (input.due === 'overdue') conditions.push(sql<boolean>`case_due.next_due_at < ${now}`);
  if (input.due === 'soon')
    conditions.push(sql<boolean>`case_due.next_due_at >= ${now} and case_due.next_due_at < ${soon}`);
  if (input.disputed) conditions.push(where('cases.dispute_level', '>', 0), where('cases.state', '<>', 'closed'));
  if (input.q?.trim()) {
    const exact = exactCode(input.q);
    const words = exact ? null : wordsQuery(input.q);
    if (exact)
      conditions.push(
        'number' in exact
          ? where('cases.number', '=', exact.number)
          : where('cases.tracking_code', '=', exact.trackingCode),
      );
    else if (!words) return sql<boolean>`false`;
    // One customer has few cases, and few are due: they are looked through as they are.
    else if (merged || input.order === 'due' || input.due)
      conditions.push(sql<boolean>`cases.search @@ to_tsquery('simple', ${words.all})`);
    else {
      // The function finds the first of them in this order and under these filters; see the migration for why it is one.
      const within = JSON.stringify({
        equal,
        whole: words.whole,
        disputed: input.disputed ?? false,
        oldest: input.order === 'oldest',
        ...(after ? { after } : {}),
      });
      conditions.push(
        sql<boolean>`cases.id in (select cases_matching(to_tsquery('simple', ${words.all}), ${within}::jsonb, ${input.limit + 1}))`,
      );
    }
  }
  return where.and(conditions);
}

/** Columns and what must stand in them; undefined when no case can fit. */
function equalities(ctx: Context, input: CaseFilter): Record<string, string | null> | undefined {
  const { assignee } = input;
  if (assignee === 'me' && ctx.actor.kind !== 'staff') return undefined;
  const person =
    assignee === 'none' ? null : assignee === 'me' && ctx.actor.kind === 'staff' ? ctx.actor.personId : assignee;
  const wanted: Record<string, string | null | undefined> = {
    state: input.state,
    outcome: input.outcome,
    kind: input.kind,
    channel: input.channel,
    priority: input.priority,
    category_id: input.categoryId,
    unit_id: input.unitId,
    customer_id: input.customerId,
    assignee_id: person,
  };
  return Object.fromEntries(
    Object.entries(wanted).filter((entry): entry is [string, string | null] => entry[1] !== undefined),
  );
}
