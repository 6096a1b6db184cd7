// A working calendar on its way into the database: names cleaned, and refused as a whole where its rules break.
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { commonErrors } from '#platform/errors.ts';
import { checkCalendar } from './check-calendar.ts';
import { cleanName } from './clean-name.ts';

/** Throws `request.invalid` with a fault for each field, such as `exceptions.3.from`. */
export function acceptCalendar(input: WorkingCalendarInput): WorkingCalendarInput {
  const calendar: WorkingCalendarInput = {
    ...input,
    name: cleanName(input.name),
    exceptions: input.exceptions.map((one) => ({ ...one, name: cleanName(one.name) })),
    closures: input.closures.map((one) => ({ ...one, name: cleanName(one.name) })),
  };
  const faults = checkCalendar(calendar);
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  return calendar;
}
