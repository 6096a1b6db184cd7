// The engine against a Petri net: on random models both come to the same states, whatever order people complete their tasks in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from './commands.ts';
import type { Definition } from './definition.ts';
import { execute } from './execute.ts';
import type { Instance } from './instance.ts';
import { checkInstance } from './testing/check-instance.ts';
import { inUtc } from './testing/player.ts';
import { toDefinition } from './testing/graph.ts';
import { describe, fire, isEnabled, settle, toNet, type Marking } from './testing/petri-net.ts';
import { structuredModel, wildInclusiveModel, wildModel, type Model } from './testing/random-models.ts';

const environment = { now: '2026-11-29T08:00:00.000Z', afterWorkingTime: (from: string) => from, ...inUtc };
/** Enough for whole small models; of larger ones the states nearest to the start. */
const mostStates = 40;
const mostTokens = 7;

function send(definition: Definition, instance: Instance | undefined, command: Command): Instance {
  const after = execute(definition, instance, command, environment).instance;
  checkInstance(definition, after);
  return JSON.parse(JSON.stringify(after)) as Instance;
}

/** The same words as the net's: tasks at work, and what waits at joins, named as a deadlock or not. */
function asMarking({ tokens, arrivals }: Instance): Marking {
  const marking = new Map<string, number>();
  const add = (place: string, count: number) => marking.set(place, (marking.get(place) ?? 0) + count);
  for (const { elementId, incident } of tokens) add(incident?.flowId ?? `at ${elementId}`, 1);
  for (const { flowId, count } of arrivals) add(flowId, count);
  return marking;
}

/** Walks both together from the start, by every task and every choice; gives how many states there were. */
function compare({ graph, decisions }: Model): { states: number; ended: number } {
  const definition = toDefinition(graph);
  const net = toNet(graph, decisions);
  const begin = settle(net, new Map([[graph.arrows.find(({ from }) => from === 'start')!.id, 1]]));
  fc.pre(begin !== undefined);
  const seen = new Set<string>();
  let ended = 0;
  const open: [Marking, Instance][] = [[begin, send(definition, undefined, { type: 'start', variables: {} })]];
  for (let pair = open.shift(); pair; pair = open.shift()) {
    const [marking, instance] = pair;
    const state = describe(marking);
    expect(describe(asMarking(instance)), 'the net and the engine stand at the same places').toBe(state);
    expect(instance.status).toBe(state === '' ? 'completed' : 'running');
    if (state === '') ended += 1;
    const idle = !state.includes('at ');
    expect(
      instance.tokens.some(({ incident }) => incident),
      'a deadlock is named, and nothing else is',
    ).toBe(state !== '' && idle);
    if (seen.has(state) || seen.size > mostStates) continue;
    seen.add(state);
    if ([...marking.values()].reduce((sum, count) => sum + count, 0) > mostTokens) continue;
    for (const transition of net) {
      if (!transition.label || !isEnabled(transition, marking)) continue;
      const { task, choice } = transition.label;
      const after = settle(net, fire(transition, marking));
      if (!after) continue;
      const token = instance.tokens.filter(({ elementId }) => elementId === task)[
        seen.size % marking.get(`at ${task}`)!
      ]!;
      open.push([after, send(definition, instance, { type: 'complete', token: token.number, variables: { choice } })]);
    }
  }
  return { states: seen.size, ended };
}

test('structured models, inclusive blocks among them', () => {
  let ended = 0;
  fc.assert(
    fc.property(structuredModel, (model) => {
      ended += compare(model).ended;
    }),
    { numRuns: 80 },
  );
  expect(ended, 'most come to an end').toBeGreaterThan(80);
}, 300_000);

test('wild models, with deadlocks, surplus and rings', () => {
  let states = 0;
  fc.assert(
    fc.property(wildModel, (model) => {
      states += compare(model).states;
    }),
    { numRuns: 1500 },
  );
  // About 3,300; far fewer would mean that most of them are dead at once.
  expect(states).toBeGreaterThan(2_000);
}, 300_000);

/** By the words of the specification, from every token forward: some token can come along a flow that lacks one and along none that has one. */
function mustWait({ nodes, arrows }: Model['graph'], { tokens, arrivals }: Instance, join: string): boolean {
  const marked = new Set(arrivals.filter(({ gatewayId }) => gatewayId === join).map(({ flowId }) => flowId));
  const comesBy = (from: string, path: readonly string[] = []): string[] =>
    arrows
      .filter((arrow) => arrow.from === from)
      .flatMap(({ id, to }) => (to === join ? [id] : path.includes(to) ? [] : comesBy(to, [...path, to])));
  const positions = [...tokens.map(({ elementId }) => elementId), ...arrivals.map(({ gatewayId }) => gatewayId)];
  expect(nodes.get(join)).toBe('or');
  return positions
    .filter((position) => position !== join)
    .map((position) => comesBy(position))
    .some((flows) => flows.some((id) => !marked.has(id)) && !flows.some((id) => marked.has(id)));
}

test('an inclusive join waits exactly as long as the specification says, in any model', () => {
  let waited = 0;
  const walk = fc.array(fc.tuple(fc.nat({ max: 100 }), fc.subarray([0, 1], { minLength: 1 })), { maxLength: 12 });
  fc.assert(
    fc.property(wildInclusiveModel, walk, ({ graph }, steps) => {
      const definition = toDefinition(graph);
      let instance = send(definition, undefined, { type: 'start', variables: {} });
      for (const [at, choice] of steps) {
        for (const { gatewayId } of instance.arrivals)
          if (graph.nodes.get(gatewayId) === 'or' && instance.tokens.some(({ incident }) => !incident)) {
            expect(mustWait(graph, instance, gatewayId)).toBe(true);
            waited += 1;
          }
        const tasks = instance.tokens.filter(({ waitsFor }) => waitsFor === 'task');
        if (tasks.length === 0 || tasks.length > mostTokens) return;
        const token = tasks[at % tasks.length]!.number;
        instance = send(definition, instance, { type: 'complete', token, variables: { choice } });
      }
    }),
    { numRuns: 1000 },
  );
  expect(waited).toBeGreaterThan(20);
}, 300_000);
