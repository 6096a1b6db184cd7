// Open clocks reckoned anew after a calendar was corrected, and what whoever registers cases meanwhile feels of it.
import { performance } from 'node:perf_hooks';
import { createApp } from '#server/app.ts';
import { registerCase } from '#modules/cases/register-case.ts';
import { changeCalendar } from '#modules/service-levels/change-calendar.ts';
import { createPolicy } from '#modules/service-levels/create-policy.ts';
import { listCalendars } from '#modules/service-levels/list-calendars.ts';
import { listPolicies } from '#modules/service-levels/list-policies.ts';
import { retirePolicy } from '#modules/service-levels/retire-policy.ts';
import { outdatedClocks, retimeClocks } from '#modules/service-levels/retime-clocks.ts';
import { writeClockHistory } from '#modules/service-levels/write-clock-history.ts';
import { readConfig } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import { createLog } from '#platform/log.ts';
import type { BenchDatabase } from './database.ts';
import { percentiles, round, type Figure } from './figure.ts';
import { goalOf } from './goal-of.ts';
import { randomFrom } from './words.ts';

const openClocks = 100_000;
const goalsOfCase = 2;
/** As the job does it. */
const batch = 200;
const dayMs = 86_400_000;

/** `retime`: an operation is a clock. `intake-before` and `intake-meanwhile`: one registration after the other. */
export async function retime(database: BenchDatabase): Promise<Figure[]> {
  const app = await createApp(readConfig({ port: '0', data: database.dataDir }, {}), {
    databaseUrl: database.url,
    log: createLog('silent'),
    supervise: false,
  });
  const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    transact(app.platform, { organisationId: database.organisationId, actor: { kind: 'system', name: 'bench' } }, work);
  const figure = (
    what: string,
    times: readonly number[],
    operations: number,
    databaseCpuMs: number | null,
  ): Figure => ({
    bench: 'retime',
    what,
    cases: database.cases,
    clocks: openClocks,
    concurrency: 1,
    per_second: round((operations * 1000) / times.reduce((sum, time) => sum + time, 0)),
    ...percentiles(times),
    server_cpu_ms_per_op: null,
    database_cpu_ms_per_op: databaseCpuMs === null ? null : round(databaseCpuMs / operations),
    peak_rss_mb: round(process.memoryUsage().rss / 1_048_576),
    limit_per_second: null,
    ratio_to_limit: null,
  });
  const intake = async (during: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (during()) {
      const begun = performance.now();
      await run((ctx) => registerCase(ctx, newCase(times.length)));
      times.push(performance.now() - begun);
    }
    return times;
  };
  try {
    const policyId = await run(beginPolicy);
    await fill(run);
    await database.client.query('analyze clocks, clocked_cases');
    const before = await intake(untilCount(300));
    await run(async (ctx) => {
      const [standard] = (await listCalendars(ctx)).items;
      const day = new Date(ctx.clock.now().getTime() + dayMs).toISOString().slice(0, 10);
      const closure = { id: newId(), name: { en: 'Eid' }, from: `${day}T00:00`, until: `${day}T23:00` };
      await changeCalendar(ctx, { ...standard!, closures: [...standard!.closures, closure] });
    });
    const cpu = database.cpuMs();
    let done = false;
    const meanwhile = intake(() => !done);
    const times: number[] = [];
    let moved = 0;
    for (const outdated of await run(outdatedClocks))
      for (let after: string | null = null; ;) {
        const begun = performance.now();
        const step = await run((ctx) => retimeClocks(ctx, { ...outdated, after, limit: batch }));
        times.push(performance.now() - begun);
        moved += step.clocks;
        if (step.last === null) break;
        after = step.last;
      }
    done = true;
    const registrations = await meanwhile;
    const spent = cpu === null ? null : database.cpuMs()! - cpu;
    await run((ctx) => retirePolicy(ctx, policyId));
    return [
      figure('intake-before', before, before.length, null),
      figure('retime', times, moved, spent),
      figure('intake-meanwhile', registrations, registrations.length, null),
    ];
  } finally {
    await database.client.query('truncate clocks, clocked_cases');
    await app.stop();
  }
}

const untilCount = (count: number) => {
  let left = count;
  return () => (left -= 1) >= 0;
};

async function beginPolicy(ctx: Context): Promise<string> {
  for (const policy of (await listPolicies(ctx, { retired: false })).items) await retirePolicy(ctx, policy.id);
  const conditions = { kinds: [], categoryIds: [], segmentIds: [], channels: [], priorities: [], productIds: [] };
  const goals = [goalOf('claim', 10), goalOf('first-answer', 5)];
  return (await createPolicy(ctx, { name: { en: 'Everything' }, conditions, goals, regimeId: null })).id;
}

/** Registered within the last four days, a tenth of them paused for some hours. */
async function fill(run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>): Promise<void> {
  const random = randomFrom(7);
  const perStep = 1_000;
  for (let written = 0; written < openClocks / goalsOfCase; written += perStep)
    await run((ctx) => {
      const now = ctx.clock.now().getTime();
      return writeClockHistory(
        ctx,
        Array.from({ length: perStep }, () => {
          const registeredAt = Math.floor(now - random() * 4 * dayMs);
          const waits = random() < 0.1;
          return {
            begins: {
              caseId: newId(),
              traits: {
                kind: 'complaint',
                categoryId: null,
                productId: null,
                channel: 'mail',
                priority: 'normal',
                segmentPath: [],
              },
              unitId: null,
              segmentId: null,
              registeredAt,
              handedOver: false,
            },
            happenings: waits
              ? [
                  {
                    at: registeredAt + 1,
                    happening: { type: 'waits', reason: 'customer-information', by: { kind: 'system', id: null } },
                  },
                  { at: registeredAt + 10_000_000, happening: { type: 'goes-on' } },
                ]
              : [],
          } as const;
        }),
      );
    });
}

export function newCase(turn: number) {
  return {
    kind: 'complaint' as const,
    subject: 'انقطاع الماء عن الشارع',
    description: 'الماء مقطوع منذ يومين عن شارعنا ولم يصلنا أي إشعار',
    priority: 'normal' as const,
    channel: 'api' as const,
    language: 'ar' as const,
    customer: { kind: 'person' as const, name: 'منى', email: `bench-${turn}-${newId().slice(-8)}@example.org` },
    attachmentIds: [],
  };
}
