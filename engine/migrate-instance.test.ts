// Moving instances to another version: the same version changes nothing, other names go on as if begun under them, and each refusal says why.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { compile } from './compile.ts';
import type { Definition } from './definition.ts';
import { execute } from './execute.ts';
import type { Instance, Variables } from './instance.ts';
import { migrateInstance, type Migrated } from './migrate-instance.ts';
import { targetsFor, type Mapping } from './migration-targets.ts';
import { anyHappening, anything, anyVariables } from './testing/anything.ts';
import { checkInstance } from './testing/check-instance.ts';
import { toDefinition } from './testing/graph.ts';
import { afterWorkingTime, compileScenario, inUtc } from './testing/player.ts';
import { path, processXml } from './testing/process-xml.ts';
import { structuredModel, wildInclusiveModel, wildModel, type Model } from './testing/random-models.ts';
import { renameElements } from './testing/rename-elements.ts';

const environment = { now: '2026-11-29T08:00:00.000Z', afterWorkingTime, ...inUtc };
const diagrams = readdirSync(join(import.meta.dirname, 'scenarios'))
  .filter((name) => name.endsWith('.bpmn') && name !== 'endless.bpmn')
  .map((name) => name.replace('.bpmn', ''));

const send = (definition: Definition, instance: Instance | undefined, command: Command): Instance =>
  execute(definition, instance, command, environment).instance;
const begun = (definition: Definition, variables: Variables = {}) =>
  send(definition, undefined, { type: 'start', variables });

async function compiled(inside: string, around = ''): Promise<Definition> {
  const { definitions, faults } = await compile(processXml(inside, around));
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return definitions[0]!;
}

/** Onto itself nothing happens; onto itself by other names it stands as one that was begun under them. */
function expectToMove(definition: Definition, instance: Instance, begunAnew: Instance): void {
  const same = migrateInstance(definition, definition, {}, instance, environment);
  expect(same.plan.faults).toEqual([]);
  expect(same.outcome).toEqual({ instance, effects: [], happenings: [] });
  const { definition: after, mapping } = renameElements(definition, (id) => `${id}-2`);
  const other = migrateInstance(definition, after, mapping, instance, environment);
  expect(other.plan.faults).toEqual([]);
  expect(other.outcome).toEqual({ instance: begunAnew, effects: [], happenings: [] });
  checkInstance(after, other.outcome!.instance);
  const { scopes, tokens, arrivals, timers, subscriptions } = instance;
  expect(other.plan, 'everything is named').toMatchObject({
    scopes: scopes.map(({ number, elementId }) => ({ number, from: elementId, to: `${elementId}-2` })),
    tokens: tokens.map(({ number, elementId }) => ({ number, from: elementId, to: `${elementId}-2` })),
    arrivals: arrivals.map(({ flowId, count }) => ({ from: flowId, to: `${flowId}-2`, count })),
    timers: timers.map(({ number, elementId }) => ({ number, from: elementId, to: `${elementId}-2` })),
    subscriptions: subscriptions.map(({ number, elementId }) => ({ number, from: elementId, to: `${elementId}-2` })),
  });
}

test.each(diagrams)('%s, moved between any two steps', async (name) => {
  const definition = await compileScenario(name);
  const after = renameElements(definition, (id) => `${id}-2`).definition;
  fc.assert(
    fc.property(anyVariables, fc.array(anyHappening, { maxLength: 15 }), (variables, happenings) => {
      const starts = definition.scopes.get(definition.processId)!;
      const startId = starts.startId ?? starts.triggeredStarts[0]!;
      let instance = send(definition, undefined, { type: 'start', variables, startId });
      let twin = send(after, undefined, { type: 'start', variables, startId: `${startId}-2` });
      for (const each of happenings) {
        if (instance.status !== 'running') break;
        expectToMove(definition, instance, twin);
        const command = anything(instance, each);
        instance = send(definition, instance, command);
        twin = send(after, twin, command);
      }
    }),
    { numRuns: 20 },
  );
});

test.each<[string, fc.Arbitrary<Model>]>([
  ['structured', structuredModel],
  ['wild', wildModel],
  ['wild, with inclusive joins', wildInclusiveModel],
])(
  'random models, %s: moved in the middle and played to the end',
  (_, models) => {
    fc.assert(
      fc.property(models, fc.array(fc.nat({ max: 1000 }), { maxLength: 20 }), (model, chances) => {
        const definition = toDefinition(model.graph);
        const { definition: after, mapping } = renameElements(definition, (id) => `${id}-2`);
        let instance = begun(definition);
        let twin = begun(after);
        for (const [at, chance] of chances.entries()) {
          if (instance.status !== 'running') return;
          const asked = instance.tokens.filter(({ waitsFor }) => waitsFor === 'task');
          if (asked.length === 0) return;
          expectToMove(definition, instance, twin);
          const choice = [chance % 3 === 2 ? 0 : chance % 3, 1 - (chance % 2)];
          const command: Command = {
            type: 'complete',
            token: asked[chance % asked.length]!.number,
            variables: { choice },
          };
          // From the middle on there is only the one that was moved.
          const before = at === Math.floor(chances.length / 2) ? migrated(definition, after, mapping, instance) : twin;
          twin = send(after, before, command);
          instance = send(definition, instance, command);
        }
      }),
      { numRuns: 60 },
    );
  },
  300_000,
);

const migrated = (from: Definition, to: Definition, mapping: Mapping, instance: Instance): Instance =>
  migrateInstance(from, to, mapping, instance, environment).outcome!.instance;

const user = (id: string, inside = '') => `<bpmn:userTask id="${id}" name="${id}">${inside}</bpmn:userTask>`;
const se = '<bpmn:startEvent id="S" /><bpmn:endEvent id="E" />';
const line = (id: string, element: string) => `${se}${element}${path('S', id, 'E')}`;
const timer = (length: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${length}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const edge = (id: string, at: string, inside: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${at}" cancelActivity="false">${inside}</bpmn:boundaryEvent><bpmn:endEvent id="${id}E" />${path(id, `${id}E`)}`;
const message = (name: string) => `<bpmn:message id="M" name="${name}" />`;
const catching = (id: string, key: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="M" rida:key="${key}" /></bpmn:intermediateCatchEvent>`;
const each = (sequential: boolean) =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;
const fork = (ways: readonly string[], mark: string) =>
  `${se}<bpmn:parallelGateway id="F" />${ways.map((id) => user(id)).join('')}<bpmn:${mark} id="J" />${path('S', 'F')}${ways
    .map((id) => path('F', id, 'J'))
    .join('')}${path('J', 'E')}`;
const service = (topic: string) => `<bpmn:serviceTask id="A" rida:topic="${topic}" />`;
const inside = (id: string, step: string) =>
  `<bpmn:subProcess id="${id}"><bpmn:startEvent id="IS" />${user(step)}<bpmn:endEvent id="IE" />${path('IS', step, 'IE')}</bpmn:subProcess>`;

type Case = {
  before: string;
  after: string;
  mapping?: Mapping;
  variables?: Variables;
  around?: string;
  faults: Migrated['plan']['faults'];
};

const refusals: Record<string, Case> = {
  'a step that is gone': {
    before: line('A', user('A')),
    after: line('B', user('B')),
    faults: [{ code: 'unmapped', elementId: 'A' }],
  },
  'a token cannot be taken away': {
    before: line('A', user('A')),
    after: line('A', user('A')),
    mapping: { A: null },
    faults: [{ code: 'unmapped', elementId: 'A' }],
  },
  'a target that is not there': {
    before: line('A', user('A')),
    after: line('B', user('B')),
    mapping: { A: 'C' },
    faults: [{ code: 'target-unknown', elementId: 'A', to: 'C' }],
  },
  'another kind of wait': {
    before: line('A', user('A')),
    after: line('A', `<bpmn:intermediateCatchEvent id="A">${timer('P1D')}</bpmn:intermediateCatchEvent>`),
    faults: [{ code: 'other-kind', elementId: 'A', to: 'A' }],
  },
  'into a subprocess': {
    before: line('A', user('A')),
    after: line('B', inside('B', 'A')),
    faults: [{ code: 'other-place', elementId: 'A', to: 'A' }],
  },
  'a step that repeats by now': {
    before: line('A', user('A')),
    after: line('A', user('A', each(false))),
    faults: [{ code: 'other-loop', elementId: 'A', to: 'A' }],
  },
  'rounds that come one after the other by now': {
    before: line('A', user('A', each(false))),
    after: line('A', user('A', each(true))),
    faults: [{ code: 'other-loop', elementId: 'A', to: 'A' }],
  },
  'another service': {
    before: line('A', service('notice.send')),
    after: line('A', service('comment.append')),
    faults: [{ code: 'other-work', elementId: 'A', to: 'A' }],
  },
  'an event that is at another step by now': {
    before: `${se}${user('A')}${user('B')}${edge('T', 'A', timer('P1D'))}${path('S', 'A', 'B', 'E')}`,
    after: `${se}${user('A')}${user('B')}${edge('T', 'B', timer('P1D'))}${path('S', 'A', 'B', 'E')}`,
    faults: [{ code: 'not-attached', elementId: 'T', to: 'T' }],
  },
  'an event at the edge that is gone': {
    before: `${line('A', user('A'))}${edge('T', 'A', timer('P1D'))}`,
    after: line('A', user('A')),
    faults: [{ code: 'unmapped', elementId: 'T' }],
  },
  'two events that would be one': {
    before: `${line('A', user('A'))}${edge('T', 'A', timer('P1D'))}${edge('U', 'A', timer('P2D'))}`,
    after: `${line('A', user('A'))}${edge('T', 'A', timer('P1D'))}`,
    mapping: { U: 'T' },
    faults: [{ code: 'two-onto-one', elementId: 'U', to: 'T' }],
  },
  'a key that cannot be reckoned': {
    before: line('A', catching('A', '=order')),
    after: line('A', catching('A', '=number')),
    variables: { order: '7' },
    around: message('paid'),
    faults: [{ code: 'not-understood', elementId: 'A' }],
  },
};

test.each(Object.entries(refusals))('refused: %s', async (_, { before, after, around, ...rest }) => {
  const [from, to] = await Promise.all([compiled(before, around), compiled(after, around)]);
  const instance = begun(from, rest.variables);
  const { plan, outcome } = migrateInstance(from, to, rest.mapping ?? {}, instance, environment);
  expect(plan.faults).toEqual(rest.faults);
  expect(outcome).toBeNull();
});

test('refused: an arrival whose way is gone, and two that would come by one', async () => {
  const [from, to] = await Promise.all([
    compiled(fork(['A', 'B', 'C'], 'parallelGateway')),
    compiled(fork(['A', 'C'], 'parallelGateway')),
  ]);
  let instance = begun(from);
  for (const id of ['A', 'B'])
    instance = send(from, instance, {
      type: 'complete',
      token: instance.tokens.find(({ elementId }) => elementId === id)!.number,
      variables: {},
    });
  const faultsOf = (mapping: Mapping) => migrateInstance(from, to, mapping, instance, environment).plan.faults;
  expect(faultsOf({})).toEqual([{ code: 'unmapped', elementId: 'B-J' }]);
  expect(faultsOf({ 'B-J': 'A-J' })).toEqual([{ code: 'two-onto-one', elementId: 'B-J', to: 'A-J' }]);
  expect(faultsOf({ 'B-J': 'S-F' })).toEqual([{ code: 'not-attached', elementId: 'B-J', to: 'S-F' }]);
  expect(targetsFor(from, to, {}, 'B-J')).toEqual(['A-J', 'C-J']);
});

test('a join that has all it waits for by now goes on at once', async () => {
  const [from, to] = await Promise.all([
    compiled(fork(['A', 'B', 'C'], 'parallelGateway')),
    compiled(`${fork(['A', 'B'], 'parallelGateway')}${user('C')}<bpmn:endEvent id="E2" />${path('F', 'C', 'E2')}`),
  ]);
  let instance = begun(from);
  for (const id of ['A', 'B'])
    instance = send(from, instance, {
      type: 'complete',
      token: instance.tokens.find(({ elementId }) => elementId === id)!.number,
      variables: {},
    });
  const { outcome } = migrateInstance(from, to, {}, instance, environment);
  expect(outcome!.happenings.filter(({ type }) => type === 'completed').map(({ elementId }) => elementId)).toEqual([
    'J',
    'E',
  ]);
  expect(outcome!.instance).toMatchObject({ status: 'running', arrivals: [], tokens: [{ elementId: 'C' }] });
});

test('what nothing can bring any more is named, as it is in an instance that came there by itself', async () => {
  const [from, to] = await Promise.all([
    compiled(fork(['A', 'B'], 'parallelGateway')),
    compiled(
      `${se}<bpmn:parallelGateway id="F" />${user('A')}${user('B')}<bpmn:parallelGateway id="J" /><bpmn:endEvent id="E2" />${user('K')}${path('S', 'F', 'A', 'J', 'E')}${path('F', 'B', 'E2')}${path('F', 'K', 'J')}`,
    ),
  ]);
  const begunThere = begun(from);
  const instance = send(from, begunThere, { type: 'complete', token: begunThere.tokens[0]!.number, variables: {} });
  const there = migrated(from, to, {}, instance);
  const done = send(to, there, { type: 'complete', token: there.tokens[0]!.number, variables: {} });
  expect(done.tokens).toMatchObject([{ elementId: 'J', incident: { code: 'join-never-complete', flowId: 'A-J' } }]);
});

test('a message by another name is waited for anew, under the key that it had or the new one', async () => {
  const [from, renamed, other] = await Promise.all([
    compiled(line('A', catching('A', '=order')), message('paid')),
    compiled(line('A', catching('A', '=order')), message('settled')),
    compiled(line('A', catching('A', '=customer')), message('paid')),
  ]);
  const instance = begun(from, { order: '7', customer: 'c' });
  const [waits] = instance.subscriptions;
  expect(migrated(from, renamed, {}, instance).subscriptions).toEqual([
    { ...waits, number: instance.nextNumber, name: 'settled' },
  ]);
  expect(migrated(from, other, {}, instance).subscriptions).toEqual([
    { ...waits, number: instance.nextNumber, key: 'c' },
  ]);
});

test('an event that is new at the step is armed, one that has happened is not, one may be taken away; timers keep their moment', async () => {
  const plain = await compiled(line('A', user('A')));
  const one = await compiled(`${line('A', user('A'))}${edge('T', 'A', timer('P1D'))}`);
  const later = await compiled(`${line('A', user('A'))}${edge('T', 'A', timer('P9D'))}`);
  const armed = migrated(plain, one, {}, begun(plain));
  expect(armed.timers).toMatchObject([{ elementId: 'T', dueAt: '2026-11-30T08:00:00.000Z' }]);
  const fired = send(one, armed, { type: 'fire-timer', timer: armed.timers[0]!.number });
  expect(migrated(one, later, {}, fired).timers).toEqual([]);
  expect(migrated(one, later, {}, armed).timers).toEqual(armed.timers);
  expect(migrated(one, plain, { T: null }, armed).timers).toEqual([]);
  // Taken away and there again: with a moment of its own.
  expect(migrated(one, later, { T: null }, armed).timers).toMatchObject([{ dueAt: '2026-12-08T08:00:00.000Z' }]);
});

test('an event that is new at a step that repeats is armed for the whole, not for each round', async () => {
  const [from, to] = await Promise.all([
    compiled(line('A', user('A', each(false)))),
    compiled(`${line('A', user('A', each(false)))}${edge('T', 'A', timer('P1D'))}`),
  ]);
  const instance = begun(from);
  const whole = instance.tokens.find(({ waitsFor }) => waitsFor === 'scope')!;
  expect(migrated(from, to, {}, instance).timers).toMatchObject([{ elementId: 'T', token: whole.number }]);
});

test('event subprocesses that are new listen, unless their scope was interrupted', async () => {
  const signal = '<bpmn:signal id="Sig" name="stop" />';
  const handler = (id: string, interrupting: boolean) =>
    `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}S" isInterrupting="${interrupting}"><bpmn:signalEventDefinition signalRef="Sig" /></bpmn:startEvent>${user(`${id}A`)}<bpmn:endEvent id="${id}E" />${path(`${id}S`, `${id}A`, `${id}E`)}</bpmn:subProcess>`;
  const [plain, one, two] = await Promise.all([
    compiled(line('A', user('A')), signal),
    compiled(`${line('A', user('A'))}${handler('V', true)}`, signal),
    compiled(`${line('A', user('A'))}${handler('V', true)}${handler('W', false)}`, signal),
  ]);
  const listening = migrated(plain, one, {}, begun(plain));
  expect(listening.subscriptions).toMatchObject([{ elementId: 'VS', name: 'stop' }]);
  const interrupted = send(one, listening, {
    type: 'deliver',
    subscription: listening.subscriptions[0]!.number,
    variables: {},
  });
  expect(migrated(one, two, {}, interrupted).subscriptions).toEqual([]);
  expect(migrated(one, two, {}, listening).subscriptions).toMatchObject([{ elementId: 'VS' }, { elementId: 'WS' }]);
});

test('a step that failed is tried again by what the version after says', async () => {
  const way = (condition: string) =>
    `${se}<bpmn:exclusiveGateway id="G" />${user('A')}${path('S', 'G')}<bpmn:sequenceFlow id="G-A" sourceRef="G" targetRef="A"><bpmn:conditionExpression>${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>${path('A', 'E')}`;
  const [from, to] = await Promise.all([compiled(way('amount > 100')), compiled(way('amount > 1'))]);
  const instance = begun(from, { amount: 5 });
  expect(instance.tokens).toMatchObject([{ elementId: 'G', incident: { code: 'no-flow-holds' } }]);
  const there = migrated(from, to, {}, instance);
  const again = send(to, there, { type: 'retry', token: there.tokens[0]!.number });
  expect(again.tokens).toMatchObject([{ elementId: 'A', waitsFor: 'task' }]);
});

test('who chooses a target sees those that fit', async () => {
  const from = await compiled(`${line('A', user('A'))}${edge('T', 'A', timer('P1D'))}`);
  const to = await compiled(
    `${se}${user('B')}${user('C', each(true))}${user('K')}${inside('N', 'I')}${edge('U', 'B', timer('P1D'))}${edge('X', 'K', timer('P1D'))}${path('S', 'B', 'C', 'K', 'N', 'E')}`,
  );
  expect(targetsFor(from, to, {}, 'A')).toEqual(['B', 'K']);
  expect(targetsFor(from, to, { A: 'B' }, 'T')).toEqual(['U']);
});

test('an instance that has ended is refused as any command is', async () => {
  const from = await compiled(line('A', user('A')));
  const ended = send(from, begun(from), { type: 'cancel' });
  expect(() => migrateInstance(from, from, {}, ended, environment)).toThrow('instance-ended');
});
