// Search by words in the inbox: Arabic words as rare and as frequent as customers write them, and two at once.
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import type { Load, Operation } from './load.ts';
import { measure } from './measure.ts';
import type { Server } from './server.ts';
import { vocabulary } from './words.ts';

export async function search(database: BenchDatabase, server: Server, load: Load): Promise<Figure[]> {
  // What people type: words of some length. The first ranks are particles that are in every third text.
  const words = vocabulary('ar')
    .map((word, rank) => ({ word, rank }))
    .filter(({ word }) => word.length >= 4);
  const ranked = (from: number, to: number): string[] =>
    words.filter(({ rank }) => rank >= from && rank < to).map(({ word }) => word);
  const lists = { frequent: ranked(0, 60), middling: ranked(60, 600), rare: ranked(600, 8000) };
  let turn = 0;
  const oneOf = (list: readonly string[], step = 7): string => list[(turn * step) % list.length]!;
  const queries: Record<string, () => string> = {
    frequent: () => oneOf(lists.frequent),
    middling: () => oneOf(lists.middling),
    rare: () => oneOf(lists.rare),
    'two words': () => `${oneOf(lists.frequent)} ${oneOf(lists.middling, 11)}`,
    'three words': () => `${oneOf(lists.middling)} ${oneOf(lists.frequent, 11)} ${oneOf(lists.middling, 13)}`,
    beginning: () => oneOf(lists.rare).slice(0, 4),
    'open cases': () => `${oneOf(lists.middling)}&state=open`,
    'no such word': () => `${oneOf(lists.rare)}ظظ`,
  };
  const names = Object.keys(queries);
  const find = (name: string): Operation => {
    turn += 1;
    const [q = '', rest] = queries[name]!().split('&');
    return [{ method: 'GET', path: `/api/cases?q=${encodeURIComponent(q)}${rest ? `&${rest}` : ''}` }];
  };
  const figures = [
    await measure(database, server, load, {
      bench: 'search',
      about: { words: 'mixed' },
      next: () => find(names[turn % names.length]!),
      recordings: names.length * 4,
    }),
  ];
  for (const name of names)
    figures.push(
      await measure(
        database,
        server,
        { ...load, seconds: load.seconds / 4 },
        { bench: 'search', about: { words: name }, next: () => find(name), recordings: 0 },
      ),
    );
  return figures;
}
