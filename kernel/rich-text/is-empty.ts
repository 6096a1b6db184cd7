// Tells whether a document says anything: text, an image or a variable.
import type { RichTextNode } from './rich-text.ts';

export function isEmptyRichText(node: RichTextNode): boolean {
  if (node.type === 'image' || node.type === 'variable') return false;
  // Zero width characters are no words either.
  if (node.text !== undefined) return /^[\s\p{Cf}]*$/u.test(node.text);
  return (node.content ?? []).every(isEmptyRichText);
}
