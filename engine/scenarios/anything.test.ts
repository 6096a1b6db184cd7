// Anything may happen to any of the diagrams, in any order: nothing is lost, and an instance recovered from its text goes on as one that was never stored.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../commands.ts';
import { EngineError } from '../engine-error.ts';
import { execute } from '../execute.ts';
import type { Instance, Json, Variables } from '../instance.ts';
import { afterWorkingTime, compileScenario, Player } from '../testing/player.ts';

const diagrams = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bpmn'));

const value: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  true,
  false,
  null,
  0,
  2,
  600,
  'small',
  'great',
  'no',
  ['a', 'b'],
  [],
  { kind: 'gold' },
);
const names = ['a', 'b', 'agreed', 'again', 'more', 'amount', 'kind', 'bad', 'answer', 'people', 'files', 'copies'];
const variables: fc.Arbitrary<Variables> = fc.dictionary(
  fc.constantFrom(...names, 'good', 'count', 'caseId', 'customer', 'visit', 'mark', 'loud'),
  value,
  { maxKeys: 5, noNullPrototype: true },
);
const happening = fc.record({ what: fc.nat({ max: 1000 }), variables, kind: fc.nat({ max: 40 }) });

/** Something that could come from outside now. */
function anything(
  instance: Instance,
  { what, variables: given, kind }: { what: number; variables: Variables; kind: number },
): Command {
  const pick = <T>(rows: readonly T[]): T => rows[what % rows.length]!;
  const { tokens, timers, subscriptions, scopes } = instance;
  const asked = tokens.filter(({ waitsFor }) => ['task', 'service', 'call'].includes(waitsFor));
  const stuck = tokens.filter(({ incident }) => incident);
  if (kind === 0) return { type: 'cancel' };
  if (kind < 4) return { type: 'set-variables', scope: pick(scopes).number, variables: given };
  if (kind < 10 && stuck.length > 0) return { type: 'retry', token: pick(stuck).number };
  if (kind < 16 && timers.length > 0) return { type: 'fire-timer', timer: pick(timers).number };
  if (kind < 22 && subscriptions.length > 0)
    return { type: 'deliver', subscription: pick(subscriptions).number, variables: given };
  if (asked.length === 0) return { type: 'set-variables', scope: pick(scopes).number, variables: given };
  const { number: token } = pick(asked);
  return kind < 26
    ? { type: 'throw-error', token, code: what % 2 ? 'refused' : 'broken', variables: given }
    : { type: 'complete', token, variables: given };
}

test.each(diagrams.filter((name) => name !== 'endless.bpmn'))('%s', async (name) => {
  const definition = await compileScenario(name.replace('.bpmn', ''));
  fc.assert(
    fc.property(variables, fc.array(happening, { maxLength: 25 }), (begin, happenings) => {
      const player = new Player(definition);
      player.send({ type: 'start', variables: begin });
      const environment = { now: player.now, afterWorkingTime };
      let neverStored = execute(definition, undefined, { type: 'start', variables: begin }, environment).instance;
      for (const each of happenings) {
        if (player.status !== 'running') break;
        const command = anything(player.instance, each);
        player.send(command);
        neverStored = execute(definition, neverStored, command, environment).instance;
        expect(player.instance).toEqual(neverStored);
      }
      if (player.status === 'running') player.send({ type: 'cancel' });
      expect(player.asked.size, 'the host is left with no work').toBe(0);
      expect(player.effectsOf('end-instance')).toHaveLength(1);
      expect(() => player.send({ type: 'cancel' })).toThrow(EngineError);
    }),
    { numRuns: 25 },
  );
});
