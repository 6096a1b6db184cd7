// A process of five tasks through the database, each step a transaction: how many steps a second sixteen callers take.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { claimTask } from '#modules/processes/tasks/claim-task.ts';
import { completeTask } from '#modules/processes/tasks/complete-task.ts';
import { listTasks } from '#modules/processes/tasks/list-tasks.ts';
import { startInstance } from '#modules/processes/instances/start-instance.ts';
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import { processWorld, timed } from './process-world.ts';

const callers = 16;
const instancesEach = 25;
const tasks = 5;

/** `step`: a start or a completion. Claims, and looking for the next task, are beside the clock. */
export async function processSteps(database: BenchDatabase): Promise<Figure[]> {
  const world = await processWorld(database);
  try {
    const xml = readFileSync(new URL('../engine/scenarios/steps.bpmn', import.meta.url), 'utf8');
    const modelKey = await world.publish(xml);
    const begin = (times: number[]) =>
      timed(times, () =>
        world.run((ctx) => startInstance(ctx, { modelKey, variables: { amount: 7, kind: 'complaint' } })),
      );
    const play = async (times: number[]): Promise<void> => {
      const { id: instanceId } = await begin(times);
      for (let task = 0; task < tasks; task += 1) {
        const { items } = await world.run((ctx) => listTasks(ctx, { of: 'all', instanceId, limit: 1 }));
        const { id } = items[0]!;
        await world.run((ctx) => claimTask(ctx, id));
        await timed(times, () => world.run((ctx) => completeTask(ctx, { id, variables: { done: task } })));
      }
    };
    // The first ones compile and prepare.
    for (let warm = 0; warm < 5; warm += 1) await play([]);
    const times: number[] = [];
    const cpu = database.cpuMs();
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async () => {
        for (let count = 0; count < instancesEach; count += 1) await play(times);
      }),
    );
    const ms = performance.now() - begun;
    const databaseCpuMs = cpu === null ? null : database.cpuMs()! - cpu;
    const measured = { times, operations: times.length, ms, concurrency: callers, databaseCpuMs };
    return [world.figure('process-steps', 'step', measured)];
  } finally {
    await world.app.stop();
  }
}
