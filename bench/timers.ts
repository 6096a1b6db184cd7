// A hundred thousand timers that came due while nobody was awake, fired by the sweep, and what whoever registers cases meanwhile feels of it.
import { performance } from 'node:perf_hooks';
import { path, processXml } from '#engine/testing/process-xml.ts';
import { registerCase } from '#modules/cases/register-case.ts';
import { sweepTimers } from '#modules/processes/sweep.ts';
import { startInstance } from '#modules/processes/instances/start-instance.ts';
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import { processWorld, timed } from './process-world.ts';
import { newCase } from './retime.ts';

const timers = 100_000;
const atOnce = 8;
const xml = processXml(
  `<bpmn:startEvent id="S" /><bpmn:intermediateCatchEvent id="W"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:userTask id="A" name="Follow up" /><bpmn:endEvent id="E" />${path('S', 'W', 'A', 'E')}`,
);

/** `timer`: an operation is an instance that goes on to its task. `intake-before`, `intake-meanwhile`: one registration after the other. */
export async function timersDue(database: BenchDatabase): Promise<Figure[]> {
  const world = await processWorld(database);
  const intake = async (during: (done: number) => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (during(times.length)) await timed(times, () => world.run((ctx) => registerCase(ctx, newCase(times.length))));
    return times;
  };
  try {
    const modelKey = await world.publish(xml);
    for (let begun = 0; begun < timers; begun += atOnce)
      await Promise.all(
        Array.from({ length: atOnce }, () => world.run((ctx) => startInstance(ctx, { modelKey, variables: {} }))),
      );
    await database.client.query(`update process_timers set due_at = now() - interval '1 minute' * random()`);
    await database.client.query('analyze process_instances, process_timers, process_tokens, process_scopes');
    const before = await intake((done) => done < 300);
    const cpu = database.cpuMs();
    const begun = performance.now();
    let drained = false;
    const meanwhile = intake(() => !drained);
    const fired = await sweepTimers(world.app.platform, database.organisationId, Number.POSITIVE_INFINITY);
    const ms = performance.now() - begun;
    drained = true;
    const during = await meanwhile;
    const databaseCpuMs = cpu === null ? null : database.cpuMs()! - cpu;
    const sum = (times: readonly number[]) => times.reduce((all, time) => all + time, 0);
    const alone = (times: readonly number[]) => ({
      times,
      operations: times.length,
      ms: sum(times),
      concurrency: 1,
      databaseCpuMs: null,
    });
    return [
      world.figure('timers', 'intake-before', alone(before)),
      world.figure('timers', 'timer', { times: [ms / fired], operations: fired, ms, concurrency: 4, databaseCpuMs }),
      world.figure('timers', 'intake-meanwhile', alone(during)),
    ];
  } finally {
    await world.app.stop();
  }
}
