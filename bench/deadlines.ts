// Due times by a working calendar with three calendars' holidays and other hours in Ramadan: how many a second one core reckons.
import { performance } from 'node:perf_hooks';
import type { Week, WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { dueTime, type Pause, type Target } from '#kernel/working-time/due-time.ts';
import { openTime } from '#kernel/working-time/open-time.ts';
import { round, type Figure } from './figure.ts';
import { randomFrom } from './words.ts';

const seconds = 2;
/** Moments of three years. */
const starts = 200_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;

const week = (from: number, until: number): Week =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => {
    if (day > 4) return [];
    return until - from > 360
      ? [
          { from, until: 720 },
          { from: 780, until },
        ]
      : [{ from, until }];
  });
const yearly = { year: null, declared: [] } as const;
const calendar: WorkingCalendar = {
  timeZone: 'Asia/Riyadh',
  week: week(480, 960),
  exceptions: [
    {
      ...yearly,
      id: 'ramadan',
      calendar: 'islamic-umalqura',
      from: { month: 9, day: 1 },
      until: { month: 9, day: 30 },
      week: week(600, 900),
    },
    {
      ...yearly,
      id: 'fitr',
      calendar: 'islamic-umalqura',
      from: { month: 10, day: 1 },
      until: { month: 10, day: 4 },
      week: null,
    },
    {
      ...yearly,
      id: 'adha',
      calendar: 'islamic-umalqura',
      from: { month: 12, day: 9 },
      until: { month: 12, day: 12 },
      week: null,
    },
    {
      ...yearly,
      id: 'founding',
      calendar: 'gregory',
      from: { month: 2, day: 22 },
      until: { month: 2, day: 22 },
      week: null,
    },
    {
      ...yearly,
      id: 'nowruz',
      calendar: 'persian',
      from: { month: 1, day: 1 },
      until: { month: 1, day: 4 },
      week: null,
    },
  ],
  closures: [],
};

/** Targets whose due time is about ten days away. */
const targets: Record<string, { target: Target; paused: boolean }> = {
  'seven working days': { target: { amount: 7, unit: 'working-days' }, paused: false },
  'fifty working hours': { target: { amount: 50 * 60, unit: 'working-minutes' }, paused: false },
  'fifty working hours, paused twice': { target: { amount: 50 * 60, unit: 'working-minutes' }, paused: true },
};

export function deadlines(): Figure[] {
  const random = randomFrom(4);
  const from = Date.parse('2024-06-01T00:00:00Z');
  const moments = Array.from({ length: starts }, () => from + Math.floor(random() * 3 * 365 * 24 * 60) * minuteMs);
  return Object.entries(targets).map(([about, { target, paused }]) => {
    const open = openTime(calendar);
    const pausesOf = (start: number): Pause[] =>
      paused
        ? [
            { from: start + 3 * hourMs, until: start + 20 * hourMs },
            { from: start + 100 * hourMs, until: start + 103 * hourMs },
          ]
        : [];
    // The days of the years are worked out once, as in a process that goes on.
    for (const start of moments) dueTime(open, start, target);
    const begun = performance.now();
    const cpu = process.cpuUsage();
    let count = 0;
    for (; performance.now() - begun < seconds * 1000; count += 1_000)
      for (let at = 0; at < 1_000; at += 1) {
        const start = moments[(count + at) % starts]!;
        dueTime(open, start, target, pausesOf(start));
      }
    const took = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    return {
      bench: 'deadlines',
      about,
      cases: 0,
      concurrency: 1,
      per_second: Math.round(count / (took / 1000)),
      p50_ms: Number.NaN,
      p95_ms: Number.NaN,
      p99_ms: Number.NaN,
      server_cpu_ms_per_op: round((user + system) / 1000 / count),
      peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
      limit_per_second: null,
      ratio_to_limit: null,
    };
  });
}
