// Variables of reply templates: found in nodes and in words, refused with their place, filled with what is known. Pure.
import type { RichText, RichTextNode } from '#kernel/rich-text/rich-text.ts';
import { textAttribute } from '#kernel/rich-text/rich-text.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';

/** Written by hand: `{{case.number}}`, with or without spaces. */
const written = /\{\{\s*([^{}]*?)\s*\}\}/g;

export type PlacedName = { name: string; path: (string | number)[] };

/** Words `{{name}}` become nodes `variable`, as the editor makes them; names that are not in the list are said with their place. */
export function readVariables(
  document: RichText,
  known: readonly string[],
): { document: RichText; unknown: PlacedName[] } {
  const unknown: PlacedName[] = [];
  const read = (node: RichTextNode, path: (string | number)[]): RichTextNode[] => {
    if (node.type === 'variable') {
      const name = textAttribute(node, 'name');
      if (!known.includes(name)) unknown.push({ name, path });
      return [node];
    }
    if (node.type === 'text') return split(node, path);
    if (!node.content) return [node];
    return [{ ...node, content: node.content.flatMap((child, at) => read(child, [...path, 'content', at])) }];
  };
  const split = (node: RichTextNode, path: (string | number)[]): RichTextNode[] => {
    const text = node.text ?? '';
    const parts: RichTextNode[] = [];
    let end = 0;
    for (const match of text.matchAll(written)) {
      const name = match[1]!;
      if (!known.includes(name)) {
        unknown.push({ name, path });
        continue;
      }
      if (match.index > end) parts.push({ ...node, text: text.slice(end, match.index) });
      parts.push({ type: 'variable', attrs: { name }, ...(node.marks && { marks: node.marks }) });
      end = match.index + match[0].length;
    }
    if (end === 0) return [node];
    return end < text.length ? [...parts, { ...node, text: text.slice(end) }] : parts;
  };
  return { document: read(document, [])[0] as RichText, unknown };
}

/** Whether a picture stands in it: a reply is a message, which holds none. */
export function holdsImage(node: RichTextNode): boolean {
  return node.type === 'image' || (node.content?.some(holdsImage) ?? false);
}

/**
 * The template with its variables filled; `missing` names those of which nothing is known, whose place stays empty. Values are words, never
 * markup: they become text nodes.
 */
export function fillTemplate(
  document: RichText,
  values: Partial<Record<string, string | null>>,
): { document: RichText; text: string; missing: string[] } {
  const missing = new Set<string>();
  const fill = (node: RichTextNode): RichTextNode[] => {
    if (node.type !== 'variable')
      return [node.content ? { ...node, content: node.content.flatMap(fill) } : node];
    const name = textAttribute(node, 'name');
    const value = values[name]?.trim();
    if (!value) {
      missing.add(name);
      return [];
    }
    return [{ type: 'text', text: value.replace(/\s+/g, ' '), ...(node.marks && { marks: node.marks }) }];
  };
  const filled = fill(document)[0] as RichText;
  return { document: filled, text: richTextToText(filled, { linkAddresses: true }), missing: [...missing] };
}
