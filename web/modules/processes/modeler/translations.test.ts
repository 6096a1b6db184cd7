// Every text of the drawing tool has its words in Arabic and Persian: read from the tool's own sources, so that a new version cannot bring foreign ones.
import { expect, test } from 'vitest';
import { say } from './translate.ts';
import { translations as ar } from './translations.ar.ts';
import { translations as fa } from './translations.fa.ts';

const files = import.meta.glob<string>(['/node_modules/bpmn-js/lib/**/*.js', '/node_modules/diagram-js/lib/**/*.js'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources = Object.entries(files)
  .filter(([path]) => !path.endsWith('i18n/translate/translate.js'))
  .map(([, source]) => source)
  .join('\n');

/** What is put together at run time. */
const composed = [
  ...['left', 'center', 'right', 'top', 'middle', 'bottom'].map((way) => `Align elements ${way}`),
  'Empty pool/participant (removes content)',
];
const asked = new Set([
  ...[...sources.matchAll(/ranslate\(\s*'([A-Z][^']*[^' ])'/g)].map((match) => match[1]!),
  ...[...sources.matchAll(/\blabel:\s*'([A-Z][^']*)'/g)].map((match) => match[1]!),
  ...[...sources.matchAll(/_ERR_MSG = '([^']*)'/g)].map((match) => match[1]!),
  ...composed,
]);

test.each([
  ['ar', ar],
  ['fa', fa],
])('all that the drawing tool says is there (%s)', (_, words) => {
  // Found nothing, the test would agree with everything.
  expect(asked.size).toBeGreaterThan(110);
  expect([...asked].filter((text) => !words[text])).toEqual([]);
  for (const [text, said] of Object.entries(words)) expect(said, text).not.toMatch(/[a-z]{3}(?![^{]*\})/i);
});

test('what is inserted stands where the mark was', () => {
  expect(say(ar, 'Open {element}', { element: 'X' })).toBe('فتح X');
  expect(say({}, 'Open {element}', { element: 'X' })).toBe('Open X');
});
