// The direction in which a text reads: that of its first letter, as browsers decide for dir="auto".
import type { RichTextDirection, RichTextNode } from './rich-text.ts';

const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Null when there is no letter. */
export function directionOf(text: string): RichTextDirection | null {
  const first = letter.exec(text)?.[0];
  return first === undefined ? null : rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/**
 * A list, a quotation or a table reads as its first letter. The browser's own dir="auto" would not do: it passes over
 * children that have a `dir` themselves, and an Arabic list would get its bullets at the left.
 */
export function directionOfNode(node: RichTextNode): RichTextDirection | null {
  const given = node.attrs?.['dir'];
  if (given === 'rtl' || given === 'ltr') return given;
  if (node.text !== undefined) return directionOf(node.text);
  for (const child of node.content ?? []) {
    const found = directionOfNode(child);
    if (found) return found;
  }
  return null;
}
