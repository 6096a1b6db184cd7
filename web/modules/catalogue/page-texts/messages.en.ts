// English texts of the process of a category, which no first page needs; its keys are the master for the other languages.
export const messages = {
  'category-process.title': 'Process',
  'category-process.purpose':
    'New cases of this category begin it by themselves. Cases that are there are left as they are.',
  'category-process.model': 'Process',
  'category-process.version': 'Version',
  'category-process.version-newest': 'The one in force when a case comes',
  'category-process.version-number': 'Always version {{number}}',
  'category-process.when-case-ends': 'When the case ends',
  'category-process.ends.cancel': 'The process is cancelled with it',
  'category-process.ends.continue': 'The process goes on',
  'category-process.retired': 'This process is retired: no case begins it any more.',
  'category-process.saved': 'Saved. New cases of this category run by it.',
  'category-process.removed': 'Saved. New cases of this category run by no process.',
} as const;
declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
