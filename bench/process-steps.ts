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

/** `step`: a start or a completion, by itself. `claim`: looking for the next task and taking it, between two steps. */
export async function processSteps(database: BenchDatabase): Promise<Figure[]> {
  const world = await processWorld(database);
  try {
    const xml = readFileSync(new URL('../engine/scenarios/steps.bpmn', import.meta.url), 'utf8');
    const modelKey = await world.publish(xml);
    const start = () =>
      world.run((ctx) => startInstance(ctx, { modelKey, variables: { amount: 7, kind: 'complaint' } }));
    const claim = async ({ id: instanceId }: { id: string }) => {
      const { items } = await world.run((ctx) => listTasks(ctx, { of: 'all', instanceId, limit: 1 }));
      const { id } = items[0]!;
      await world.run((ctx) => claimTask(ctx, id));
      return { id: instanceId, taskId: id };
    };
    const complete = ({ taskId }: { taskId: string }) =>
      world.run((ctx) => completeTask(ctx, { id: taskId, variables: { done: true } }));

    const play = async (instances: number, steps: Stretch, claims: Stretch): Promise<void> => {
      const begun = await side(steps, Array.from({ length: instances }), start);
      for (let task = 0; task < tasks; task += 1) await side(steps, await side(claims, begun, claim), complete);
    };
    // All at once, so that steps have the clock to themselves.
    async function side<In, Out>(stretch: Stretch, of: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
      const waiting = [...of.entries()];
      const done: Out[] = [];
      const cpu = database.cpuMs();
      const begun = performance.now();
      await Promise.all(
        Array.from({ length: callers }, async () => {
          for (let next = waiting.pop(); next; next = waiting.pop())
            done[next[0]] = await timed(stretch.times, () => work(next![1]));
        }),
      );
      stretch.ms += performance.now() - begun;
      stretch.databaseCpuMs = cpu === null ? null : (stretch.databaseCpuMs ?? 0) + database.cpuMs()! - cpu;
      return done;
    }

    // The first ones compile and prepare.
    await play(callers * 2, stretch(), stretch());
    const steps = stretch();
    const claims = stretch();
    await play(callers * instancesEach, steps, claims);
    return [
      world.figure('process-steps', 'step', { ...steps, operations: steps.times.length, concurrency: callers }),
      world.figure('process-steps', 'claim', { ...claims, operations: claims.times.length, concurrency: callers }),
    ];
  } finally {
    await world.app.stop();
  }
}

type Stretch = { times: number[]; ms: number; databaseCpuMs: number | null };
const stretch = (): Stretch => ({ times: [], ms: 0, databaseCpuMs: null });
