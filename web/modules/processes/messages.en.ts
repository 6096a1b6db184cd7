// English texts of the processes module that are needed before its pages; its keys are the master for the other languages.
export const messages = {
  'process.title': 'Processes',
  'task.title': 'Tasks',
  'problem.process.not-found': 'This process is no longer there.',
  'problem.process.version-not-found': 'This version of the process is not there.',
  'problem.process-instance.not-found': 'This instance is no longer there.',
  'problem.task.not-found': 'This task is no longer there, or belongs to another unit.',
  'problem.process.only-people': 'Only a signed-in person can do this: it carries a name.',
  'problem.process.not-owner': 'Only the owner of the process can do this.',
  'problem.process.key-taken': 'Another process has this key already.',
  'problem.process.retired': 'The process is retired. It can be read, and what runs goes on.',
  'problem.process.changed-meanwhile': 'Somebody else changed this meanwhile. Nothing was overwritten.',
  'problem.process.proposed': 'The draft waits for the owner and cannot be changed until then.',
  'problem.process.not-proposed': 'Nothing waits for the owner any more.',
  'problem.process.unchanged': 'Nothing changed since the version in force.',
  'problem.process.has-faults': 'The diagram has faults that keep it from being executed.',
  'problem.process.published': 'The process was published already: it can be retired, not thrown away.',
  'problem.process.not-in-force': 'No version of the process is in force.',
  'problem.process.not-startable': 'It begins only by a message, a signal or a time.',
  'problem.process-instance.ended': 'The instance has ended.',
  'problem.process-instance.changed-meanwhile': 'The instance went on meanwhile. Trying again is safe.',
  'problem.process-instance.not-there': 'The instance stands elsewhere by now.',
  'problem.process-instance.no-incident': 'Nothing is stuck there any more.',
  'problem.task.ended': 'The task has ended.',
  'problem.task.claimed-by-another': 'A colleague was first. The task is in other hands.',
  'problem.task.not-yours': 'The task is not in your hands.',
  'problem.task.not-of-unit': 'This is for people of the unit that owes the work.',
  'problem.task.not-head': 'This is for the head of the unit, or of one above it.',
  'problem.task.not-open': 'The task was handed over and not accepted, or was refused.',
  'problem.hand-off.not-offered': 'The hand-off was decided already.',
  'problem.hand-off.not-returned': 'The task was not refused, or was handed over again.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
