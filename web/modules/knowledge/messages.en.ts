// English texts of the knowledge module that are needed before its pages; its keys are the master for the other languages.
export const messages = {
  'knowledge.title': 'Knowledge',
  'knowledge.kind.procedure': 'Procedure',
  'knowledge.kind.policy': 'Policy',
  'knowledge.kind.regulation': 'Regulation',
  'knowledge.kind.article': 'Article',
  'knowledge.kind.step-sheet': 'Step sheet',
  'knowledge.kind.objective': 'Objective',
  'knowledge.kind.responsibility': 'Responsibility',
  'knowledge.kind.reply-template': 'Reply template',
  'knowledge.topics': 'Topics',
  'announcement.title': 'Announcements',
  'announcement.read': 'Read',
  'announcement.read-and-confirm': 'Read and confirm',
  'announcement.seen': 'Seen',
  'announcement.more-waiting_one': 'and {{count}} more',
  'announcement.more-waiting_other': 'and {{count}} more',
  'reply-template.title': 'Reply templates',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
