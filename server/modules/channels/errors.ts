// Refusals of the channels module.
import { refusals } from '#platform/errors.ts';

export const channelErrors = refusals({
  mailNotFound: ['mail.not-found', 404],
  /** Only held, failed and uncertain mails are sent again; `state` says what it is. */
  cannotSendAgain: ['mail.cannot-be-sent-again', 409],
  /** `purpose` needs a consent, and the customer gave none or took it back. */
  consentMissing: ['mail.consent-missing', 409],
  noServer: ['mail.no-server', 409],
});
