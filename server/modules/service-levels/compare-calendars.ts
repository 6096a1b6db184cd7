// What differs between two states of a working calendar: fields, and by their ids the exceptions and closures. Names stay out of it.
import { isDeepStrictEqual } from 'node:util';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';

type Field = keyof WorkingCalendarInput;
type Changes = { added: string[]; changed: string[]; removed: string[] };

const fields: readonly Field[] = ['name', 'timeZone', 'week', 'exceptions', 'closures'];

export function compareCalendars(
  before: WorkingCalendarInput,
  after: WorkingCalendarInput,
): { fields: Field[]; exceptions?: Changes; closures?: Changes } {
  const differ = fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return {
    fields: differ,
    ...(differ.includes('exceptions') ? { exceptions: compareById(before.exceptions, after.exceptions) } : {}),
    ...(differ.includes('closures') ? { closures: compareById(before.closures, after.closures) } : {}),
  };
}

/** Their order may differ alone: of special hours the first in the list decides. */
function compareById<T extends { id: string }>(before: readonly T[], after: readonly T[]): Changes {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(after.map((one) => one.id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)).map(({ id }) => id),
    changed: after
      .filter((one) => earlier.has(one.id) && !isDeepStrictEqual(earlier.get(one.id), one))
      .map(({ id }) => id),
    removed: before.filter(({ id }) => !later.has(id)).map(({ id }) => id),
  };
}
