// From what the editor holds to the agreed document: only the attributes that it names, and no empty paragraphs at the end.
import type { JSONContent } from '@tiptap/core';
import type { RichText } from '#contract/rich-text.ts';

const attributes: Record<string, readonly string[]> = {
  paragraph: ['dir'],
  heading: ['level', 'dir'],
  orderedList: ['start'],
  callout: ['kind'],
  image: ['fileId', 'alt', 'width'],
  tableHeader: ['colspan', 'rowspan'],
  tableCell: ['colspan', 'rowspan'],
  variable: ['name'],
  link: ['href'],
};

export function agreedDocument(held: JSONContent): RichText {
  const agreed = agreedNode(held);
  const content = agreed.content ?? [];
  const last = content.findLastIndex((node) => node.type !== 'paragraph' || (node.content?.length ?? 0) > 0);
  return { type: 'doc', content: last < 0 ? [{ type: 'paragraph' }] : content.slice(0, last + 1) } as RichText;
}

function agreedNode(node: JSONContent): JSONContent {
  const { type = '', content, text, marks } = node;
  return {
    type,
    ...named(node.attrs, attributes[type]),
    ...(content ? { content: content.map(agreedNode) } : {}),
    ...(text === undefined ? {} : { text }),
    ...(marks
      ? { marks: marks.map((mark) => ({ type: mark.type, ...named(mark.attrs, attributes[mark.type]) })) }
      : {}),
  };
}

function named(attrs: Record<string, unknown> | undefined, names: readonly string[] = []) {
  const kept = names.flatMap((name) => (attrs?.[name] == null ? [] : [[name, attrs[name]] as const]));
  return kept.length > 0 ? { attrs: Object.fromEntries(kept) } : {};
}
