// Workers killed with -9 again and again while processes run: whether an instance is lost, stands for ever, or did anything twice.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { path, processXml } from '#engine/testing/process-xml.ts';
import { startInstance } from '#modules/processes/instances/start-instance.ts';
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import { processWorld } from './process-world.ts';
import { startServer } from './server.ts';

const kills = 50;
const callers = 4;
/** Between two beginnings of a caller: what piles up while no worker lives is to be done by the last one in a few minutes. */
const restMs = 400;
/** Without one more instance at its end. A job whose worker died is given to another after five minutes. */
const patienceMs = 480_000;

const comment = (id: string) =>
  `<bpmn:serviceTask id="${id}" name="${id}" rida:topic="comment.append" rida:input="={text: &quot;${id}&quot;}" />`;
/** Work of the product, a moment's wait, then two branches side by side that meet again: nobody is needed. */
const xml = processXml(
  `<bpmn:startEvent id="S" />${comment('first')}
   <bpmn:intermediateCatchEvent id="W"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
   <bpmn:parallelGateway id="F" />${comment('left')}${comment('right')}<bpmn:parallelGateway id="J" /><bpmn:endEvent id="E" />
   ${path('S', 'first', 'W', 'F', 'left', 'J', 'E')}${path('F', 'right', 'J')}`,
);

/** `lost`: begun and answered for, but not at its end. `twice`: did a piece of work again. Both are to be 0. */
export async function processKills(database: BenchDatabase): Promise<Figure[]> {
  const world = await processWorld(database);
  const begun: string[] = [];
  let over = false;
  const load = async (): Promise<void> => {
    while (!over) {
      begun.push((await world.run((ctx) => startInstance(ctx, { modelKey, variables: {} }))).id);
      await wait(restMs);
    }
  };
  const worker = () =>
    startServer(['server/main.ts', 'start', '--role', 'all'], {
      DATABASE_URL: database.url,
      RIDA_DATA: database.dataDir,
    });
  const modelKey = await world.publish(xml);
  try {
    const loads = Array.from({ length: callers }, load);
    let downMs = 0;
    for (let count = 0; count < kills; count += 1) {
      const server = await worker();
      downMs += server.readyMs;
      // Another moment of its life each time.
      await wait(200 + ((count * 137) % 1_300));
      await server.kill();
    }
    over = true;
    await Promise.all(loads);
    const last = await worker();
    await allEnded(database, begun);
    await last.stop();
    const { rows } = await database.client.query<{ twice: number }>(
      `select count(*)::int as twice from (select from process_comments where organisation_id = $1 and instance_id = any($2::uuid[])
         group by instance_id, body having count(*) > 1) t`,
      [database.organisationId, begun],
    );
    return [
      {
        bench: 'process-kills',
        cases: database.cases,
        kills,
        instances: begun.length,
        lost: begun.length - (await ended(database, begun)),
        twice: rows[0]!.twice,
        mean_start_ms: Math.round(downMs / kills),
        concurrency: callers,
        per_second: null,
        p50_ms: Number.NaN,
        p95_ms: Number.NaN,
        p99_ms: Number.NaN,
        server_cpu_ms_per_op: null,
        peak_rss_mb: null,
        limit_per_second: null,
        ratio_to_limit: null,
      },
    ];
  } finally {
    over = true;
    await world.app.stop();
  }
}

/** Or as long as more of them still come to their end. */
async function allEnded(database: BenchDatabase, ids: readonly string[]): Promise<void> {
  let [most, since] = [-1, performance.now()];
  while (most < ids.length && performance.now() - since < patienceMs) {
    const now = await ended(database, ids);
    if (now > most) [most, since] = [now, performance.now()];
    await wait(1_000);
  }
}

/** At their end as the diagram says, with each of the three pieces of work done. */
async function ended(database: BenchDatabase, ids: readonly string[]): Promise<number> {
  const { rows } = await database.client.query<{ count: number }>(
    `select count(*)::int as count from process_instances i where i.organisation_id = $1 and i.id = any($2::uuid[]) and i.status = 'completed'
       and (select count(distinct body) from process_comments c where c.organisation_id = i.organisation_id and c.instance_id = i.id) = 3`,
    [database.organisationId, ids],
  );
  return rows[0]!.count;
}
