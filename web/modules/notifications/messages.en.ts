// English texts of the notifications module; its keys are the master for the other languages.
export const messages = {
  'notification.title': 'Notices',
  'notification.purpose': 'What concerns your own work, the newest first. What was read is kept for ninety days.',
  'notification.bell-unread': 'Notices, unread: {{count, raw}}',
  'notification.newest': 'The newest notices',
  'notification.new': 'New',
  'notification.none': 'No notices',
  'notification.none-hint': 'Deadlines, reviews and announcements that concern you appear here.',
  'notification.all': 'All notices',
  'notification.more': 'Show more',
  'notification.mark-all': 'Mark all as read',
  'notification.filter': 'Which notices',
  'notification.filter-all': 'All',
  'notification.filter-unread': 'Unread',
  'notification.choose': 'Choose when mail comes',
  'notification.unknown': 'A notice',
  'notification.preferences-purpose':
    'When an e-mail tells you of notices that you have not read. They are always under the bell.',
  'notification.preferences-saved': 'Saved. It holds for notices from now on.',
  'notification.group.deadlines': 'Tasks and deadlines',
  'notification.group.knowledge': 'Knowledge and announcements',
  'notification.group.system': 'System',
  'notification.delivery.at-once': 'At once',
  'notification.delivery.daily': 'Once a day, in the morning',
  'notification.delivery.never': 'Never',
  'notification.type.clock.warned': 'Case {{number, ltr}}: the deadline is near, {{dueAt, raw}}',
  'notification.type.clock.breached': 'Case {{number, ltr}}: the deadline has passed, {{dueAt, raw}}',
  'notification.type.case.escalated': 'Case {{number, ltr}} has passed its deadline and was given upward',
  'notification.type.case.disputed': 'Case {{number, ltr}}: the answer was disputed and the case given upward',
  'notification.type.case.assigned': 'Case {{number, ltr}} was assigned',
  'notification.type.knowledge.review-asked': 'Review asked for: {{title}}',
  'notification.type.knowledge.sent-back': 'Sent back: {{title}}',
  'notification.type.knowledge.approved': 'Approved: {{title}}',
  'notification.type.knowledge.receipt-due': 'To be read and confirmed: {{title}}',
  'notification.type.knowledge.receipt-overdue': 'Reading is overdue: {{title}}',
  'notification.type.knowledge.question-asked': 'A question about {{title}}',
  'notification.type.knowledge.question-answered': 'A question was answered: {{title}}',
  'notification.type.knowledge.review-date-near': 'The next review is near: {{title}}',
  'notification.type.announcement.published': 'Announcement: {{title}}',
  'problem.notification.not-found':
    'This notice is not there any more. Notices that were read are removed after ninety days.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
