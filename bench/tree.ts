// The customer tree: everybody looked at anew, a preview, a publication that moves many, and one changed customer.
import { performance } from 'node:perf_hooks';
import { createApp } from '#server/app.ts';
import type { RuleCondition, RuleGroup } from '#contract/segments.ts';
import { createDraft } from '#modules/segments/create-draft.ts';
import { discardDraft } from '#modules/segments/discard-draft.ts';
import { placeCustomers } from '#modules/segments/place-customers.ts';
import { previewDraft } from '#modules/segments/preview-draft.ts';
import { publishDraft } from '#modules/segments/publish-draft.ts';
import { recomputeMembers } from '#modules/segments/recompute-members.ts';
import { addNode } from '#modules/segments/save-node.ts';
import { nodesOf } from '#modules/segments/tree.ts';
import { readConfig } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { createLog } from '#platform/log.ts';
import type { BenchDatabase } from './database.ts';
import { percentiles, round, type Figure } from './figure.ts';

const changes = 200;

/** Each whole look is one operation. */
export async function tree(database: BenchDatabase): Promise<Figure[]> {
  const app = await createApp(readConfig({ port: '0', data: database.dataDir }, {}), {
    databaseUrl: database.url,
    log: createLog('silent'),
    supervise: false,
  });
  const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    transact(app.platform, { organisationId: database.organisationId, actor: { kind: 'system', name: 'bench' } }, work);
  const { rows } = await database.client.query<{ customers: number; ids: string[] }>(
    `select count(*)::int as customers, (select array_agg(id) from (select id from customers where organisation_id = $1 order by md5(id::text) limit $2) chosen) as ids
       from customers where organisation_id = $1`,
    [database.organisationId, changes],
  );
  const { customers, ids } = rows[0]!;
  let databaseCpu = database.cpuMs();
  /** What the database spent since the figure before. */
  const spentOn = (operations: number): number | null => {
    const [before, now] = [databaseCpu, database.cpuMs()];
    databaseCpu = now;
    return before === null || now === null ? null : round((now - before) / operations);
  };
  const figure = (what: string, times: readonly number[], moved: number | null = null): Figure => ({
    bench: 'tree',
    what,
    cases: database.cases,
    customers,
    moved,
    concurrency: 1,
    per_second: round((times.length * 1000) / times.reduce((sum, time) => sum + time, 0)),
    ...percentiles(times),
    server_cpu_ms_per_op: null,
    database_cpu_ms_per_op: spentOn(times.length),
    peak_rss_mb: round(process.memoryUsage().rss / 1_048_576),
    limit_per_second: null,
    ratio_to_limit: null,
  });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  try {
    const figures = [
      figure('recompute', [
        await timed(() => run((ctx) => recomputeMembers(ctx, 'asked'))),
        await timed(() => run((ctx) => recomputeMembers(ctx, 'asked'))),
      ]),
    ];
    const singles = [];
    for (const id of ids) {
      await database.client.query(
        `update customers set income_band_id = (select id from customer_choices where organisation_id = $1 and id <> customers.income_band_id order by md5(id::text) limit 1)
          where organisation_id = $1 and id = $2`,
        [database.organisationId, id],
      );
      singles.push(await timed(() => run((ctx) => placeCustomers(ctx, [id]))));
    }
    figures.push(figure('single-change', singles));
    await run(draftByAge);
    figures.push(figure('preview', [await timed(() => run(previewDraft))]));
    const publication = await timed(() => run((ctx) => publishDraft(ctx, { note: null })));
    const moved = await database.client.query<{ moved: number }>(
      `select moved from segment_recomputations where organisation_id = $1 order by started_at desc limit 1`,
      [database.organisationId],
    );
    figures.push(figure('publish', [publication], moved.rows[0]?.moved ?? null));
    return figures;
  } finally {
    await app.stop();
  }
}

/** As before, but the young, the women and those with many cases of late are parted inside every band: everybody else moves nowhere. */
async function draftByAge(ctx: Context): Promise<void> {
  const draft = await createDraft(ctx).catch(async () => {
    await discardDraft(ctx);
    return createDraft(ctx);
  });
  const when = (
    field: string,
    operator: RuleCondition['operator'],
    value: string | number,
    days: number | null = null,
  ): RuleCondition => ({ type: 'condition', field, operator, values: [value], days });
  const parts: RuleGroup[] = [
    { type: 'all', rules: [when('cases', 'at-least', 3, 365)] },
    {
      type: 'all',
      rules: [
        when('age', 'at-most', 29),
        { type: 'any', rules: [when('stage', 'is', 'current'), when('stage', 'is', 'prospective')] },
      ],
    },
    { type: 'all', rules: [when('gender', 'is', 'female'), { type: 'none', rules: [when('stage', 'is', 'lapsed')] }] },
  ];
  for (const node of (await nodesOf(ctx, draft)).filter(({ parentId }) => parentId === null))
    for (const [index, rule] of parts.entries())
      await addNode(ctx, {
        parentId: node.id,
        name: { en: `Part ${index + 1}` },
        rule,
        servicePriority: 'normal',
        needs: [],
        sizeRank: null,
      });
}
