// Names of customers as they are stored: one line, nothing invisible that could turn a screen round.
import { cleanText } from '#kernel/text/clean.ts';

/** May be empty, when a name was made of invisible marks only. */
export function cleanName(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
