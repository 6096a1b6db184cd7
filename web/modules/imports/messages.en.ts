// English texts of the imports module: the master keys.
import { rowFaultTexts } from '#kernel/row-fault-texts.ts';

export const messages = {
  ...rowFaultTexts.en,
  'import.list': 'Imports',
  'import.new': 'Import [customers]',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
