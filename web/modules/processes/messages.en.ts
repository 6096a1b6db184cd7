// English texts of the processes module that are needed before its pages; its keys are the master for the other languages.
export const messages = {
  'process.title': 'Processes',
  'notification.type.process.commented': 'A comment on a process: {{title}}',
  'notification.type.process.comment-settled': 'A comment was settled: {{title}}',
  'task.title': 'Tasks',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
