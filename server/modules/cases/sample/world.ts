// What the makers of sample cases share: the organisation, its people, the moment that is now, and the words.
import type { SampleCategory } from '#modules/catalogue/index.ts';
import type { SampleOrganisation, SampleUnit } from '#modules/organisation/index.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import type { Random } from '#platform/random.ts';
import type { LocalTime } from './local-time.ts';
import type { Person, SampleRows } from './story.ts';
import type { Texts } from './texts.ts';

export type World = {
  random: Random;
  /** The year of cases, in milliseconds. */
  begin: number;
  now: number;
  settings: DateSettings;
  time: LocalTime;
  texts: Texts;
  organisation: SampleOrganisation;
  categories: readonly SampleCategory[];
  rows: SampleRows;
};

export function unitByKey(world: World, key: string): SampleUnit {
  const unit = world.organisation.units.find((one) => one.key === key);
  if (!unit) throw new Error(`no unit ${key}`);
  return unit;
}

/** Who works on the cases of a unit: its own people first, and those of complaints and follow-up who help everywhere. */
export function workerOf(world: World, unitKey: string, kind: string): Person {
  const { people } = world.organisation;
  const own = people.filter((one) => one.unit === unitKey && !one.isHead);
  const helping = people.filter(
    (one) => one.unit === (kind === 'complaint' ? 'complaints' : 'follow-up') && !one.isHead,
  );
  const head = people.filter((one) => one.unit === unitKey && one.isHead);
  const groups = [
    { of: own, weight: 62 },
    { of: helping, weight: 28 },
    { of: head, weight: own.length === 0 ? 40 : 10 },
  ].filter((group) => group.of.length > 0);
  return world.random.pick(world.random.weighted(groups, (group) => group.weight).of);
}

export function contactAgent(world: World): Person {
  return world.random.pick(world.organisation.people.filter((one) => one.unit === 'contact-centre' && !one.isHead));
}

/** The head of the unit or of the nearest one above whose head did not answer yet: the rule of `headAbove`. */
export function headAbove(
  world: World,
  unitId: string,
  notPersonIds: readonly string[],
  above: boolean,
): { unitId: string; personId: string | null } {
  const { units } = world.organisation;
  let unit = units.find((one) => one.id === unitId);
  let skip = above;
  for (let top = unit; unit; unit = units.find((one) => one.key === top?.parent)) {
    top = unit;
    if (!skip && unit.head !== null && !notPersonIds.includes(unit.head))
      return { unitId: unit.id, personId: unit.head };
    skip = false;
    if (unit.parent === null) return { unitId: unit.id, personId: null };
  }
  return { unitId, personId: null };
}

/** Somebody who may close by authority or reopen: the head of the case's unit, or a director. */
export function managerOf(world: World, unitId: string | null): Person {
  const head = world.organisation.units.find((one) => one.id === unitId)?.head;
  const managers = world.organisation.people.filter((one) => one.roles.includes('service-manager'));
  return managers.find((one) => one.id === head) ?? world.random.pick(managers);
}
