// The plain text of a document: for searching, comparing, and for messages that know no formatting.
import { textAttribute, type RichTextNode } from './rich-text.ts';

export interface ToTextOptions {
  /** What a variable of a reply template says; without it `{{name}}` stays. */
  variable?: (name: string) => string;
  /** Write the address behind the words of a link, for a reader who cannot click. */
  linkAddresses?: boolean;
}

/** Blocks on lines of their own, cells of a row parted by tabs, list items with "- " or their number. Images give their alternative text. */
export function richTextToText(document: RichTextNode, options: ToTextOptions = {}): string {
  return blockLines(document, options).join('\n').trim();
}

function blockLines(node: RichTextNode, options: ToTextOptions): string[] {
  const children = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(children, options).split('\n');
    case 'image':
      return [textAttribute(node, 'alt')];
    case 'bulletList':
      return children.flatMap((item) => itemLines(item, '- ', options));
    case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1);
      return children.flatMap((item, index) => itemLines(item, `${start + index}. `, options));
    }
    case 'tableRow':
      return [children.map((cell) => blockLines(cell, options).join(' ')).join('\t')];
    default:
      return children.flatMap((child) => blockLines(child, options));
  }
}

function itemLines(item: RichTextNode, sign: string, options: ToTextOptions): string[] {
  const [first = '', ...more] = blockLines(item, options);
  return [sign + first, ...more.map((line) => '  ' + line)];
}

function inlineText(nodes: readonly RichTextNode[], options: ToTextOptions): string {
  return nodes
    .map((node, index) => {
      if (node.type === 'hardBreak') return '\n';
      const name = textAttribute(node, 'name');
      const words = node.type === 'variable' ? (options.variable?.(name) ?? `{{${name}}}`) : (node.text ?? '');
      const href = hrefOf(node);
      // The words of one link may be several texts (a part of them bold): the address comes behind the last.
      if (!options.linkAddresses || href === undefined || hrefOf(nodes[index + 1]) === href) return words;
      return words.trim() === href ? words : `${words} (${href.replace(/^(?:mailto|tel):/i, '')})`;
    })
    .join('');
}

function hrefOf(node: RichTextNode | undefined): string | undefined {
  const href = node?.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return typeof href === 'string' ? href : undefined;
}
