// Whether a calendar ever lets a goal be reached: within ten years, from now and from later. Pure.
import type { Goal } from '#contract/service-policies.ts';
import type { OpenTime } from '#kernel/working-time/open-time.ts';

/** No promise is longer: a due time further away says that the amount or the calendar is wrong, and takes seconds to compute. */
export const mostDays = 3_660;
const dayMs = 86_400_000;
/** A calendar that is open this year only, by an exception, keeps no promise made next year. */
const beginnings = [0, 366, 1_830].map((days) => days * dayMs);

export function isReachable(open: OpenTime, now: number, goal: Pick<Goal, 'amount' | 'unit'>): boolean {
  return beginnings.every((later) => isReachableFrom(open, now + later, goal));
}

/** Each unit is counted as kernel/working-time does, and only as far as that. */
export function isReachableFrom(
  open: OpenTime,
  start: number,
  { amount, unit }: Pick<Goal, 'amount' | 'unit'>,
): boolean {
  if (unit === 'days') return amount <= mostDays;
  if (unit === 'minutes') return amount * 60_000 <= mostDays * dayMs;
  let day = open.dayAt(start);
  if (unit === 'working-days') {
    let left = amount;
    for (let days = 0; days < mostDays && left > 0; days += 1) {
      day = open.dayAfter(day);
      if (day.openMs > 0) left -= 1;
    }
    return left === 0;
  }
  let left = amount * 60_000;
  for (let days = 0; days < mostDays && left > 0; days += 1) {
    // Of the day that it begins on, what was open before is at most once too much.
    left -=
      days === 0
        ? day.open.reduce((sum, { from, until }) => sum + Math.max(until - Math.max(from, start), 0), 0)
        : day.openMs;
    day = open.dayAfter(day);
  }
  return left <= 0;
}
