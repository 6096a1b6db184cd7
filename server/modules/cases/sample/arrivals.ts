// When cases of the sample year come, about what and from whom: weekends are quiet, summers are long, and every customer has a size.
import type { SampleCategory } from '#modules/catalogue/index.ts';
import type { SampleCustomer } from '#modules/customers/index.ts';
import { drawingFrom } from '#platform/random.ts';
import { dayMs, minuteMs } from './local-time.ts';
import { fits, season } from './pace.ts';
import type { Opening } from './texts.ts';
import type { World } from './world.ts';

export type Channel = 'portal' | 'mail' | 'phone' | 'visit';
export type Arrival = {
  at: number;
  category: SampleCategory;
  customer: SampleCustomer;
  opening: Opening;
  channel: Channel;
};

const channelWeights: Record<Channel, number> = { portal: 41, phone: 30, mail: 18, visit: 11 };
/** Minutes after midnight: middle and width of the waves in which each channel is used. */
const waves: Record<Channel, readonly (readonly [number, number])[]> = {
  portal: [
    [640, 130],
    [1_200, 110],
  ],
  mail: [
    [600, 110],
    [1_260, 120],
  ],
  phone: [
    [590, 90],
    [1_020, 120],
  ],
  visit: [
    [600, 70],
    [770, 60],
  ],
};

/** In the order of time. The last few came within the hour, so that whoever looks finds something new. */
export function arrivals(world: World, customers: readonly SampleCustomer[], count: number): Arrival[] {
  const { random, time, begin, now } = world;
  const leaves = world.categories.filter((one) => one.share > 0);
  const slots: { day: number; category: SampleCategory; weight: number }[] = [];
  for (let day = time.startOfDay(begin) + dayMs; day <= now; day += dayMs) {
    const noon = day + dayMs / 2;
    const ofDay =
      (time.isWeekend(noon) ? 0.42 : time.isBusyDay(noon) ? 1.25 : 1) *
      random.between(0.85, 1.15) *
      (1 + (0.3 * (day - begin)) / (now - begin));
    for (const category of leaves) {
      // Bills go out at the beginning of the month.
      const ofBills = category.parent === 'billing' && time.dayOfMonth(noon) <= 7 ? 1.8 : 1;
      slots.push({
        day,
        category,
        weight: category.share * ofDay * ofBills * season(category.parent, category.key, time.month(noon)),
      });
    }
  }
  const drawSlot = drawingFrom(random, slots, (slot) => slot.weight);
  const drawCustomer = drawingFrom(random, customers, (one) => one.cases);
  const openingsHad = new Map<string, Set<string>>();
  const made: Arrival[] = [];

  function add(category: SampleCategory, channel: Channel, at: number): void {
    for (let tries = 0; tries < 40; tries += 1) {
      const customer = drawCustomer();
      if (
        customer.since.getTime() > at ||
        !random.chance(fits(category.key, customer.kind)) ||
        (channel === 'mail' && !customer.email)
      )
        continue;
      const had = openingsHad.get(customer.id) ?? new Set<string>();
      const opening = world.texts.opening(category.key, customer, had);
      if (!opening) continue;
      openingsHad.set(customer.id, had);
      made.push({ at, category, customer, opening, channel });
      return;
    }
  }

  while (made.length < count) {
    const { day, category } = drawSlot();
    const channel = random.weighted(Object.keys(channelWeights) as Channel[], (one) => channelWeights[one]);
    if (time.isWeekend(day) && channel === 'visit') continue;
    const [middle, width] = random.weighted(waves[channel], (wave) => (wave === waves[channel][0] ? 6 : 4));
    const minute = middle + width * (random.next() + random.next() + random.next() - 1.5) * 1.6;
    const at = day + Math.round(Math.min(1_438, Math.max(2, minute)) * minuteMs + random.between(0, minuteMs));
    if (at < now && at > begin) add(category, channel, at);
  }
  for (const minutes of [4, 11, 27, 43, 58])
    add(
      random.weighted(leaves, (one) => one.share),
      'portal',
      now - minutes * minuteMs - random.whole(0, 40_000),
    );
  return made.toSorted((one, other) => one.at - other.at);
}
