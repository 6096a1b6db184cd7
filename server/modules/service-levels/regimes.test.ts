// Packs of rules: each rule has a source and three languages, and their goals are lawful as they are.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Goal, Regime } from '#contract/service-policies.ts';
import { openTime } from '#kernel/working-time/open-time.ts';
import { checkPolicy, type PolicyWorld } from './check-policy.ts';
import { calendarInput, conditionsInput } from './factory.ts';
import type { CalendarInForce } from './in-force.ts';
import { regimeOf, regimePacks } from './regimes.ts';

const calendar = calendarInput();
const office: CalendarInForce = {
  id: 'c',
  version: 1,
  name: calendar.name,
  timeZone: calendar.timeZone,
  open: openTime(calendar),
  names: new Map(),
};
const world: PolicyWorld = {
  now: Date.parse('2026-11-28T08:00:00Z'),
  inForce: { policies: [], calendars: new Map([['c', office]]), defaultCalendar: office },
  categories: new Map(),
  products: new Map(),
  above: new Map(),
  nameOf: ({ en = '' }) => en,
};
const languages = z.object({ ar: z.string().min(3), fa: z.string().min(3), en: z.string().min(3) });

test.each(regimePacks)('$id: lawful goals, sources and three languages', (pack) => {
  expect(Regime.safeParse({ ...pack, policies: [] }).error).toBeUndefined();
  expect(languages.safeParse(pack.name).success).toBe(true);
  expect(pack.goals.map((goal) => Goal.parse(goal))).toEqual(pack.goals);
  const policy = {
    name: pack.name,
    conditions: conditionsInput({ kinds: pack.kinds }),
    goals: pack.goals,
    regimeId: pack.id,
  };
  expect(checkPolicy(world, policy, {})).toEqual([]);
  expect(new Set(pack.rules.map(({ id }) => id)).size).toBe(pack.rules.length);
  for (const { id, text, source } of pack.rules) {
    expect(languages.safeParse(text).success, id).toBe(true);
    expect(text.fa, id).not.toMatch(/[يكة]/);
    expect(text.ar, id).not.toMatch(/[یکپچژگ]/);
    expect(source.title.length, id).toBeGreaterThan(3);
    // What has no address says what kind of source it is.
    if (source.url === null) expect(source.title, id).toMatch(/practice|background|press|as told by/i);
  }
  // A deadline that a case can miss has a goal, so that it has a due time.
  const targets: string[] = pack.goals.map(({ target }) => target);
  for (const { id, about, demand } of pack.rules)
    if (about === 'deadline' && demand) expect(targets, id).toContain(demand.by);
});

test('is found by its id', () => {
  expect(regimeOf('iso-10002')).toMatchObject({ country: null });
  expect(regimeOf('elsewhere')).toBeNull();
});
