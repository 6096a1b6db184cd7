// English texts of the processes module that are needed before its pages; its keys are the master for the other languages.
export const messages = {
  'process.title': 'Processes',
  'notification.type.task.assigned': 'A task for you: {{title}}',
  'notification.type.task.withdrawn': 'A task is no longer needed: {{title}}',
  'notification.type.hand-off.refused': 'A hand-off was refused and came back: {{title}}',
  'notification.type.hand-off.orphaned': 'Nobody decided on a hand-off in time: {{title}}',
  'notification.type.process.proposed': 'A version waits for approval: {{title}}',
  'notification.type.process.sent-back': 'A proposed version was sent back: {{title}}',
  'notification.type.process.published': 'Published: {{title}}',
  'notification.type.process.incident-raised': 'A step of a process failed: {{title}}',
  'notification.type.process.migration-ended':
    'A move of running instances has ended: {{title}} (moved: {{migrated}}, refused: {{refused}}, had ended: {{ended}})',
  'notification.type.process.migration-stopped':
    'A move of running instances was stopped: {{title}} (moved: {{migrated}}, refused: {{refused}}, had ended: {{ended}}, not moved: {{stopped}})',
  'notification.type.process.notice-sent': '{{title}}',
  'notification.type.process.commented': 'A comment on a process: {{title}}',
  'notification.type.process.comment-settled': 'A comment was settled: {{title}}',
  'task.title': 'Tasks',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
