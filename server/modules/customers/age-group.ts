// The age group that follows from a birth date, on a day.
import type { CustomerChoice } from '#contract/customer-record.ts';

/** Whole years; a birthday on 29 February is kept on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Null when no group in use has that age. */
export function ageGroupOf(birthDate: string, day: string, choices: readonly CustomerChoice[]): string | null {
  const age = ageOn(birthDate, day);
  const fitting = choices.find(
    ({ list, active, fromAge, untilAge }) =>
      list === 'age-group' &&
      active &&
      (fromAge !== null || untilAge !== null) &&
      age >= (fromAge ?? 0) &&
      age < (untilAge ?? Number.POSITIVE_INFINITY),
  );
  return fitting?.id ?? null;
}
