// English texts of the operations module; its keys are the master for the other languages.
export const messages = {
  'operations.jobs': 'Failed work',
  'operations.jobs-purpose': 'What the server tried several times and gave up. Nothing of it is lost.',
  'operations.none': 'Everything is done',
  'operations.none-hint': 'Nothing has failed for good. This page looks again by itself.',
  'operations.failed': 'Failed',
  'operations.attempts_one': 'after one attempt',
  'operations.attempts_other': 'after {{count}} attempts',
  'operations.retry': 'Try again',
  'operations.retry-of': 'Try again: {{name}}',
  'operations.job.mail.send': 'Sending a mail',
  'operations.job.session.end': 'Signing out a deactivated person',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
