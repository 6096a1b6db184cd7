// Refusals of the service-levels module.
import { refusals } from '#platform/errors.ts';

export const serviceLevelErrors = refusals({
  calendarNotFound: ['working-calendar.not-found', 404],
  /** Somebody else changed it since it was read. */
  calendarChanged: ['working-calendar.changed-meanwhile', 409],
  /** Another one becomes the default first. */
  calendarIsDefault: ['working-calendar.is-default', 409],
  tooManyCalendars: ['working-calendar.too-many', 409],
  policyNotFound: ['service-policy.not-found', 404],
  /** Somebody else changed it since it was read. */
  policyChanged: ['service-policy.changed-meanwhile', 409],
  policyRetired: ['service-policy.retired', 409],
  /** Somebody made or retired one since the order was read. */
  policiesChanged: ['service-policy.list-changed-meanwhile', 409],
  /** In this order earlier ones would take all its cases. */
  policyNeverReached: ['service-policy.never-reached', 409],
  tooManyPolicies: ['service-policy.too-many', 409],
});
