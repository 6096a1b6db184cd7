// The document that people write in the editor: plain ProseMirror JSON of a closed set of nodes, marks and attributes.

export const calloutKinds = ['note', 'tip', 'warning'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

export type RichTextDirection = 'rtl' | 'ltr';

export const blockTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'callout',
  'image',
  'table',
  'horizontalRule',
] as const;

/** `variable` stands in reply templates only. */
export const inlineTypes = ['text', 'hardBreak', 'variable'] as const;

export type RichTextNodeType =
  | 'doc'
  | (typeof blockTypes)[number]
  | (typeof inlineTypes)[number]
  | 'listItem'
  | 'tableRow'
  | 'tableHeader'
  | 'tableCell';

export const markTypes = ['bold', 'italic', 'underline', 'code', 'link'] as const;

export interface RichTextMark {
  type: (typeof markTypes)[number];
  /** Of a link: `href`. */
  attrs?: Record<string, unknown>;
}

/** Which attributes and children a node may have says `rich-text-rules.ts`. An attribute that is null is as good as not there. */
export interface RichTextNode {
  type: RichTextNodeType;
  attrs?: Record<string, unknown>;
  content?: RichTextNode[];
  marks?: RichTextMark[];
  text?: string;
}

export interface RichText extends RichTextNode {
  type: 'doc';
  content: RichTextNode[];
}

/** Against documents that only a machine would write. Depth counts the nodes below the document. */
export const richTextLimits = { characters: 300_000, depth: 12, nodes: 5_000, images: 100 } as const;

/** An attribute that is text; empty when it is missing or anything else. */
export function textAttribute(node: RichTextNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}
