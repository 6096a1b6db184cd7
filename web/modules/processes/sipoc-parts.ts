// The five parts of a process on half a page, in the order in which they are read.
export const sipocParts = ['suppliers', 'inputs', 'steps', 'outputs', 'customers'] as const;

/** One line an entry, as they are typed. */
export const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
