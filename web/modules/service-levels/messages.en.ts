// English texts of the service levels module; its keys are the master for the other languages.
export const messages = {
  'goal.target.acknowledge': 'Acknowledgement',
  'goal.target.assess': 'Assessment',
  'goal.target.first-answer': 'First answer',
  'goal.target.next-answer': 'Next answer',
  'goal.target.hand-off': 'Hand-off taken up',
  'goal.target.claim': 'Resolution claimed',
  'goal.target.dispute-answer': 'Answer to a dispute',
  'goal.target.lapse': 'Lapse',
  'service-policy.title': 'Service policies',
  'regime.title': 'Regimes',
  'compliance.title': 'Promises kept',

  'working-calendar.title': 'Working calendars',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
