// How long customers of the sample organisation wait, how often they are content, and how the seasons move what they write about.
import type { CaseKind } from '#contract/catalogue.ts';

/** Median hours from registration to the first claim. */
const medianHours: Record<string, number> = {
  'water-outage': 26,
  'water-leak': 75,
  'water-quality': 130,
  sewage: 49,
  'water-connection': 234,
  'power-outage': 14,
  voltage: 109,
  'street-lighting': 156,
  'power-connection': 286,
  waste: 57,
  roads: 247,
  parks: 195,
  'shop-licence': 156,
  'building-permit': 429,
  'high-bill': 143,
  'payment-posting': 86,
  'meter-reading': 125,
  disconnection: 44,
  'waiting-time': 94,
  'staff-conduct': 120,
  'digital-services': 78,
};

/** Where the smallest wait longest and are least content; everywhere else all are served alike. */
const unequal = new Set(['water-outage', 'high-bill']);
/** More comes in here than goes out, and it grows. */
export const backlogUnit = 'field-maintenance';

export type Wait = {
  category: string;
  unit: string;
  size: number;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  kind: CaseKind;
  /** 0 at the beginning of the year, 1 now. */ progress: number;
};

export function medianWaitHours({ category, unit, size, priority, kind, progress }: Wait): number {
  const ofSize = unequal.has(category) ? 2.6 - (2.2 * (size - 1)) / 12 : 1;
  const ofPriority = { low: 1.3, normal: 1, high: 0.65, urgent: 0.35 }[priority];
  const ofKind = kind === 'inquiry' ? 0.6 : 1;
  const ofBacklog = unit === backlogUnit ? 1 + 4 * progress ** 3 : 1;
  return (medianHours[category] ?? 72) * ofSize * ofPriority * ofKind * ofBacklog;
}

export type ClaimEnd = 'confirmed' | 'disputed' | 'lapsed' | 'reported' | 'withdrawn' | 'closed_by_authority';

/** Weights of what becomes of a claim. A set phrase instead of an answer is what customers dispute or leave. */
export function claimEnds(about: {
  category: string;
  size: number;
  setPhrase: boolean;
  again: boolean;
}): Record<ClaimEnd, number> {
  if (about.again)
    return { confirmed: 76, disputed: 7.5, lapsed: 9, reported: 4.5, withdrawn: 0.5, closed_by_authority: 0.5 };
  const base = about.setPhrase
    ? { confirmed: 44, disputed: 31, lapsed: 19, reported: 3, withdrawn: 1, closed_by_authority: 1 }
    : { confirmed: 75, disputed: 10, lapsed: 8, reported: 3.5, withdrawn: 0.8, closed_by_authority: 0.7 };
  if (!unequal.has(about.category)) return base;
  // From the smallest (0) to the largest (1).
  const rank = (about.size - 1) / 12;
  return {
    ...base,
    confirmed: base.confirmed * (0.6 + 0.7 * rank),
    disputed: base.disputed * (1.7 - 1.2 * rank),
    lapsed: base.lapsed * (1.5 - 0.9 * rank),
  };
}

/** How much more or less of a subject comes in a month of the sun's year. */
export function season(parent: string | null, category: string, month: number): number {
  const byMonth: Record<string, readonly number[]> = {
    water: [0.7, 0.7, 0.8, 0.9, 1.2, 1.5, 1.7, 1.6, 1.3, 1, 0.8, 0.7],
    electricity: [0.9, 0.8, 0.7, 0.8, 1.1, 1.6, 1.9, 1.8, 1.4, 0.9, 0.7, 0.8],
    rain: [1.7, 1.5, 1.2, 1, 0.7, 0.5, 0.5, 0.5, 0.7, 1, 1.5, 1.8],
  };
  const of = category === 'sewage' || category === 'roads' ? 'rain' : (parent ?? '');
  return byMonth[of]?.[month - 1] ?? 1;
}

/** How well a subject fits a customer: households open no shops, and zones have no kitchen without water. */
export function fits(category: string, kind: 'person' | 'company'): number {
  if (['shop-licence', 'power-connection', 'voltage'].includes(category)) return kind === 'company' ? 1 : 0.35;
  if (['waste', 'parks', 'street-lighting', 'waiting-time', 'disconnection'].includes(category))
    return kind === 'company' ? 0.4 : 1;
  return 1;
}
