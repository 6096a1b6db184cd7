// Whatever file somebody brings, reading and checking it answers with codes and never breaks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { faultCodes } from './fault-codes.ts';
import { lint } from './lint.ts';

const files = ['from-camunda-7.bpmn', 'from-camunda-8.bpmn', 'from-flowable.bpmn', 'from-signavio.bpmn'];
const texts = await Promise.all(files.map((name) => readFile(join(import.meta.dirname, 'diagrams', name), 'utf8')));

test('a file from which something is missing', async () => {
  // A rule that stumbles says so here and nowhere else.
  const stumbled = vi.spyOn(console, 'error');
  const tags = (text: string): string[] => text.match(/<[^>]+>/g) ?? [];
  const damaged = fc.oneof(
    // Whole tags, so that most of the files are still XML.
    fc.record({ text: fc.constantFrom(...texts), at: fc.nat() }).map(({ text, at }) => {
      const selfClosing = tags(text).filter((tag) => tag.endsWith('/>'));
      return text.replace(selfClosing[at % selfClosing.length]!, '');
    }),
    // Attributes.
    fc.record({ text: fc.constantFrom(...texts), at: fc.nat() }).map(({ text, at }) => {
      const attributes = text.match(/ [\w:]+="[^"]*"/g) ?? [];
      return text.replaceAll(attributes[at % attributes.length]!, '');
    }),
    // Anything.
    fc
      .record({ text: fc.constantFrom(...texts), from: fc.nat(), length: fc.nat({ max: 400 }) })
      .map(({ text, from, length }) => text.slice(0, from % text.length) + text.slice((from % text.length) + length)),
  );
  await fc.assert(
    fc.asyncProperty(damaged, async (xml) => {
      const { faults, executable } = await lint(xml);
      expect(executable).toBe(!faults.some(({ severity }) => severity === 'error'));
      for (const { code } of faults) expect(Object.keys(faultCodes)).toContain(code);
    }),
    { numRuns: 120, interruptAfterTimeLimit: 30_000 },
  );
  expect(stumbled).not.toHaveBeenCalled();
});
