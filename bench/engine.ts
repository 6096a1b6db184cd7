// Five tasks one after the other, the state through its text after every step: how many instances a second the engine carries, and bpmn-elements beside it.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import * as behaviours from 'bpmn-elements';
import { Context, Definition, type DefinitionState } from 'bpmn-elements';
import serialize, { TypeResolver } from 'moddle-context-serializer';
import { compile } from '#engine/compile.ts';
import { execute } from '#engine/execute.ts';
import type { Instance } from '#engine/instance.ts';
import { createModdle } from '#engine/read-diagram.ts';
import { percentiles, round, type Figure } from './figure.ts';

const tasks = ['task-1', 'task-2', 'task-3', 'task-4', 'task-5'];
const environment = {
  now: '2026-11-29T08:00:00.000Z',
  afterWorkingTime: (from: string) => from,
  dayAt: (moment: string) => moment.slice(0, 10),
  momentOf: (day: string, time: string) => `${day}T${time}:00.000Z`,
};

/** One instance: begun, then recovered from its text for every task, which is completed; the text after each step. */
type Engine = {
  begin: () => string;
  complete: (text: string, task: string) => string;
  hasEnded: (text: string) => boolean;
};

export async function engine(seconds: number): Promise<Figure[]> {
  const xml = readFileSync(new URL('../engine/scenarios/steps.bpmn', import.meta.url), 'utf8');
  return [measure('rida', await rida(xml), seconds), measure('bpmn-elements', await bpmnElements(xml), seconds)];
}

async function rida(xml: string): Promise<Engine> {
  const definition = (await compile(xml)).definitions[0]!;
  return {
    begin: () => JSON.stringify(execute(definition, undefined, { type: 'start', variables: {} }, environment).instance),
    complete: (text) => {
      const instance = JSON.parse(text) as Instance;
      const token = instance.tokens[0]!.number;
      return JSON.stringify(
        execute(definition, instance, { type: 'complete', token, variables: {} }, environment).instance,
      );
    },
    hasEnded: (text) => (JSON.parse(text) as Instance).status === 'completed',
  };
}

/** The diagram is parsed once and its source not kept in the state, which is how it does best. */
async function bpmnElements(xml: string): Promise<Engine> {
  const diagram = await createModdle().fromXML(xml);
  const source = serialize(diagram as never, TypeResolver(behaviours));
  const fresh = () => new Definition(Context(source));
  return {
    begin: () => JSON.stringify(fresh().run().getState()),
    complete: (text, task) => {
      const definition = fresh().recover(JSON.parse(text) as DefinitionState);
      definition.resume();
      definition.signal({ id: task });
      return JSON.stringify(definition.getState());
    },
    hasEnded: (text) => (JSON.parse(text) as DefinitionState).counters.completed === 1,
  };
}

function measure(name: string, { begin, complete, hasEnded }: Engine, seconds: number): Figure {
  const runs = (during: number) => {
    const times: number[] = [];
    let instances = 0;
    let bytes = { first: 0, last: 0 };
    for (const begun = performance.now(); performance.now() - begun < during; instances += 1) {
      let text = begin();
      bytes = { first: text.length, last: text.length };
      for (const task of tasks) {
        const before = performance.now();
        bytes.last = text.length;
        text = complete(text, task);
        times.push(performance.now() - before);
      }
      if (!hasEnded(text)) throw new Error(`An instance of ${name} has not come to its end.`);
    }
    return { times, instances, bytes };
  };
  // The first second is the compiler's.
  runs(1000);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const { times, instances, bytes } = runs(seconds * 1000);
  const took = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    bench: 'engine',
    engine: name,
    cases: 0,
    concurrency: 1,
    per_second: Math.round(instances / took),
    steps_per_second: Math.round(times.length / took),
    ...percentiles(times),
    state_bytes_first: bytes.first,
    state_bytes_last: bytes.last,
    // Says more than the seconds on the wall where the machine has other work.
    cpu_us_per_step: Math.round((user + system) / times.length),
    server_cpu_ms_per_op: round((user + system) / 1000 / instances),
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    limit_per_second: null,
    ratio_to_limit: null,
  };
}
