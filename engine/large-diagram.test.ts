// A diagram far larger than anybody draws is read, compiled and checked without a wait that people would notice as an error.
import { expect, test } from 'vitest';
import { compileDiagram } from './compile.ts';
import { lintDiagram } from './lint.ts';
import { listToDiagram } from './list-to-diagram.ts';
import type { ListedItem } from './listed-process.ts';
import { readDiagram } from './read-diagram.ts';

const step = (name: string, unit: string): ListedItem => ({ type: 'step', name, unit });

/** A step, a choice and a group: 10 places and 12 arrows a round. */
const round = (number: number): ListedItem[] => [
  step(`Check ${number}`, 'front'),
  {
    type: 'decision',
    name: `Complete ${number}`,
    condition: `answers[${number}] > 5`,
    yes: { name: 'yes', steps: [step(`Pay ${number}`, 'back')] },
    no: { name: 'no', steps: [step(`Ask ${number}`, 'front'), step(`File ${number}`, 'front')] },
  },
  { type: 'parallel', rows: [[step(`Write ${number}`, 'front')], [step(`Book ${number}`, 'back')]] },
];

test('two thousand elements', async () => {
  const rounds = 92;
  const steps = Array.from({ length: rounds }, (_, index) => round(index + 1)).flat();
  const xml = await listToDiagram({ id: 'P', name: 'Large', steps });
  const times: Record<string, number> = {};
  const timed = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    times[what] = Math.round(performance.now() - from);
    return result;
  };
  const { definitions: diagram } = await timed('read', () => readDiagram(xml));
  const { definitions, faults } = await timed('compile', () => compileDiagram(diagram!));
  const linted = await timed('lint', () => lintDiagram(diagram!));
  expect(faults).toEqual([]);
  expect(definitions[0]!.nodes.size).toBe(rounds * 10 + 2);
  expect(definitions[0]!.flows.size).toBe(rounds * 12 + 1);
  expect(definitions[0]!.nodes.size + definitions[0]!.flows.size).toBeGreaterThan(2000);
  expect(linted.executable).toBe(true);
  process.stdout.write(
    `${definitions[0]!.nodes.size + definitions[0]!.flows.size} elements in ms: ${JSON.stringify(times)}\n`,
  );
});
