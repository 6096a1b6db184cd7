// English texts of the authority module; its keys are the master for the other languages.
export const messages = {
  'authority.title': 'Authority',
  'authority.findings': 'Findings of authority',
  'authority.delegations': 'Delegations',
  'authority.actions': 'Actions that need authority',
  'authority.finding.over-limit': 'Over the limit',
  'authority.finding.outside-unit': 'Outside the unit',
  'authority.finding.expired': 'Expired',
  'authority.finding.self-approval': 'Self-approval',
  'authority.finding.split': 'Split below a limit',
  'authority.finding.no-authority': 'Without authority',
  'authority.notice.override':
    'This is beyond your authority. It can be decided with a reason, which is recorded and shown to your line manager.',
  'authority.notice.refused': 'This is beyond your authority and would be refused. The attempt would be recorded.',
  'authority.notice.who': 'Who may decide it: {{names}}',
  'authority.and': ', ',
  'authority.nobody': 'Nobody has the authority for this.',
  'authority.reason': 'Reason for going beyond the authority',
  'authority.reason-hint': 'It stays with the decision; your line manager reads it',
  'notification.type.authority.delegated': 'Authority was delegated to you',
  'notification.type.authority.delegation-revoked': 'A delegation was revoked',
  'notification.type.authority.delegation-ended': 'A delegation has ended',
  'notification.type.authority.rule-ends-soon': 'A rule of authority ends soon: {{title}}',
  'notification.type.authority.finding-of-own': 'A finding in a decision of yours: {{title}}',
  'notification.type.authority.finding-of-people': 'A finding waits for your answer: {{title}}',
  'problem.authority.only-people': "A decision carries a person's name; programs cannot take it.",
  'problem.authority.refused':
    'This is beyond your authority and was refused. The attempt is recorded; nothing else was changed.',
  'problem.authority.reason-needed':
    'This is beyond your authority. It can be decided with a reason; nothing was changed yet.',
  'problem.authority.amount-needed': 'This decision needs an amount.',
  'problem.authority.not-governed': 'There are no rules for this action, so there is nothing to record.',
  'problem.authority.action-not-found': 'This action is no longer there. Reload the page to see what there is now.',
  'problem.authority.action-retired': 'This action is retired.',
  'problem.authority.action-key-taken': 'Another action has this key, perhaps a retired one.',
  'problem.authority.rule-not-found': 'This rule is no longer there. Reload the page to see the matrix as it is now.',
  'problem.authority.rule-ended': 'This rule has ended already.',
  'problem.authority.too-many-rules': 'There are as many rules as the matrix can hold. End some first.',
  'problem.authority.delegation-not-found': "This delegation is not there, or is somebody else's.",
  'problem.authority.delegation-ended': 'This delegation has ended already.',
  'problem.authority.finding-not-found': 'This finding is not there, or is not yours to see.',
  'problem.authority.not-the-head': 'Only the line manager answers a finding.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
