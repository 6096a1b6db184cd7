// Anything may happen to any of the diagrams, in any order: nothing is lost, and an instance recovered from its text goes on as one that was never stored.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EngineError } from '../engine-error.ts';
import { execute } from '../execute.ts';
import { anyHappening, anything, anyVariables } from '../testing/anything.ts';
import { afterWorkingTime, compileScenario, inUtc, Player } from '../testing/player.ts';

const diagrams = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bpmn'));

test.each(diagrams.filter((name) => name !== 'endless.bpmn'))('%s', async (name) => {
  const definition = await compileScenario(name.replace('.bpmn', ''));
  fc.assert(
    fc.property(anyVariables, fc.array(anyHappening, { maxLength: 25 }), (begin, happenings) => {
      const player = new Player(definition);
      player.send({ type: 'start', variables: begin });
      const environment = { now: player.now, afterWorkingTime, ...inUtc };
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
