// English texts of the processes module that are needed before its pages; its keys are the master for the other languages.
export const messages = {
  'process.title': 'Processes',
  'task.title': 'Tasks',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
