// English texts of threads about processes and their elements; its keys are the master for the other languages.
export const messages = {
  'process-thread.title': 'Comments',
  'process-thread.of-all': 'About the process as a whole',
  'process-thread.of-element': 'About {{name}}',
  'process-thread.element-gone': 'Element no longer there: {{name}}',
  'process-thread.unnamed': 'an element without a name',
  'process-thread.about-version': 'said about version {{number}}',
  'process-thread.about-draft': 'said about the draft',
  'process-thread.none': 'Nothing was said here yet',
  'process-thread.none-hint':
    'Questions and remarks about the process or one of its steps stand here, until they are settled.',
  'process-thread.none-here': 'Nothing was said about this element yet.',
  'process-thread.say': 'Question or remark',
  'process-thread.say-hint': 'The owner of the process is told.',
  'process-thread.send': 'Say it',
  'process-thread.answer': 'Answer',
  'process-thread.answer-to': 'Answer to {{name}}',
  'process-thread.settle': 'Settle',
  'process-thread.reopen': 'Open again',
  'process-thread.settled-by': 'Settled by {{name}}',
  'process-thread.entry.settled': 'settled it',
  'process-thread.entry.reopened': 'opened it again',
  'process-thread.which': 'Which comments',
  'process-thread.state.open': 'Open',
  'process-thread.state.settled': 'Settled',
  'process-thread.more': 'Show more',
  'process-thread.beside': 'Beside the drawing',
  'process-thread.properties': 'Properties',
  'process-thread.show-all': 'Show all comments',
  'process-thread.count_one': '{{count}} open comment',
  'process-thread.count_other': '{{count}} open comments',
  'process-thread.earlier_one': '{{count}} earlier word is not shown',
  'process-thread.earlier_other': '{{count}} earlier words are not shown',
  'problem.process-thread.not-found': 'These comments are no longer there.',
  'problem.process-thread.element-not-found': 'The diagram has no such element any more.',
  'problem.process-thread.settled': 'This is settled already.',
  'problem.process-thread.not-settled': 'This is open already.',
  'problem.process-thread.not-yours': 'It is settled by whoever said it first, or by the owner of the process.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
