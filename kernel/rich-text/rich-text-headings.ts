// The headings of a document with the anchors that its HTML gives them: for a table of contents.
import type { RichTextNode } from './rich-text.ts';
import { richTextToText } from './rich-text-to-text.ts';

export interface RichTextHeading {
  level: 2 | 3 | 4;
  text: string;
  anchor: string;
}

export const headingAnchor = (index: number): string => `section-${index + 1}`;

/** Headings of the document itself, in their order; those within quotations and tables have no anchor. */
export function richTextHeadings(document: RichTextNode): RichTextHeading[] {
  return (document.content ?? [])
    .filter((node) => node.type === 'heading')
    .map((node, index) => ({
      level: node.attrs?.['level'] as RichTextHeading['level'],
      text: richTextToText(node).replaceAll('\n', ' '),
      anchor: headingAnchor(index),
    }));
}
