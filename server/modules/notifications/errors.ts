// Refusals of the notifications module.
import { refusals } from '#platform/errors.ts';

export const notificationErrors = refusals({
  notFound: ['notification.not-found', 404],
});
