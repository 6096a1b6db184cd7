// Refusals of the service-levels module.
import { refusals } from '#platform/errors.ts';

export const serviceLevelErrors = refusals({
  calendarNotFound: ['working-calendar.not-found', 404],
  /** Somebody else changed it since it was read. */
  calendarChanged: ['working-calendar.changed-meanwhile', 409],
  /** Another one becomes the default first. */
  calendarIsDefault: ['working-calendar.is-default', 409],
  tooManyCalendars: ['working-calendar.too-many', 409],
});
