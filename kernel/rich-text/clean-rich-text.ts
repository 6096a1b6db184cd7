// Cleans a checked document on its way into the database: text as `cleanText` leaves it, and no attribute that says nothing.
import { cleanCharacters } from '../text/clean.ts';
import type { RichText, RichTextMark, RichTextNode } from './rich-text.ts';

export function cleanRichText(document: RichText): RichText {
  return { ...cleanNode(document), type: 'doc', content: cleanContent(document.content) };
}

function cleanNode(node: RichTextNode): RichTextNode {
  const attrs = cleanAttributes(node.attrs);
  return {
    type: node.type,
    ...(attrs && { attrs }),
    ...(node.text !== undefined && { text: cleanLine(node.text) }),
    ...(node.marks?.length && { marks: node.marks.map(cleanMark) }),
    ...(node.content && { content: cleanContent(node.content) }),
  };
}

/** A text of nothing but invisible characters goes; ProseMirror refuses empty ones. */
function cleanContent(content: readonly RichTextNode[]): RichTextNode[] {
  return content.map(cleanNode).filter((node) => node.type !== 'text' || node.text !== '');
}

function cleanMark(mark: RichTextMark): RichTextMark {
  const attrs = cleanAttributes(mark.attrs);
  return { type: mark.type, ...(attrs && { attrs }) };
}

function cleanAttributes(attrs: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const said = Object.entries(attrs ?? {}).filter(([, value]) => value != null);
  if (said.length === 0) return undefined;
  return Object.fromEntries(
    said.map(([name, value]) => [name, typeof value === 'string' ? cleanLine(value).trim() : value]),
  );
}

/** A line end within a text is no line end on the screen: that is a `hardBreak`. */
const cleanLine = (text: string): string => cleanCharacters(text).replaceAll('\n', ' ');
