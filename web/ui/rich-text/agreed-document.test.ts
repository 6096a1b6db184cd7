// What the editor can hold is what the kernel's closed schema allows, and comes out of it as that schema says.
import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { checkRichText } from '#kernel/rich-text/check-rich-text.ts';
import { blockTypes, inlineTypes, markTypes } from '#kernel/rich-text/rich-text.ts';
import { agreedDocument } from './agreed-document.ts';
import { extensionsFor } from './extensions.ts';

const schema = getSchema(
  extensionsFor({
    calloutWords: { note: 'Note', tip: 'Tip', warning: 'Warning' },
    variables: [{ name: 'case.number', label: 'Number' }],
    addressOf: (id) => id,
  }),
);
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length ? { marks } : {}) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

const everything = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, dir: 'rtl' }, content: [text('CRM نظام التسجيل')] },
    paragraph(
      text('مهم', { type: 'bold' }, { type: 'italic' }, { type: 'underline' }),
      text('MR-1', { type: 'code' }),
      text('نشانی', { type: 'link', attrs: { href: 'https://example.org' } }),
      { type: 'hardBreak' },
      { type: 'variable', attrs: { name: 'case.number' } },
    ),
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('سه'))] }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('یک'))] }] },
    { type: 'blockquote', content: [paragraph(text('قول'))] },
    { type: 'callout', attrs: { kind: 'warning' }, content: [paragraph(text('تحذير'))] },
    { type: 'image', attrs: { fileId: '01a21db3-7867-7440-9220-9006964c6645', alt: 'خريطة' } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph(text('س'))] }],
        },
        {
          type: 'tableRow',
          content: ['أ', 'ب'].map((word) => ({ type: 'tableCell', content: [paragraph(text(word))] })),
        },
      ],
    },
    { type: 'horizontalRule' },
    paragraph(text('آخر')),
  ],
};

test('the editor knows every block, inline node and mark of the document, and no mark besides', () => {
  expect(Object.keys(schema.nodes)).toEqual(expect.arrayContaining([...blockTypes, ...inlineTypes]));
  expect(Object.keys(schema.marks).toSorted()).toEqual([...markTypes].toSorted());
});

test('a document with everything in it goes through the editor without a fault', () => {
  const held = schema.nodeFromJSON(everything);
  held.check();
  const agreed = agreedDocument(held.toJSON());
  expect(checkRichText(agreed, { variables: ['case.number'] })).toEqual([]);
  // What the editor adds by itself is gone: the attributes of the agreed document, and nothing beside them.
  expect(agreed.content[2]).toEqual(everything.content[2]);
  expect(agreed.content[0]).toEqual(everything.content[0]);
  expect(agreed.content[6]).toEqual(everything.content[6]);
});

test('empty paragraphs at the end are the editor’s own; an empty document is one empty paragraph', () => {
  const empty = { type: 'paragraph' };
  expect(agreedDocument({ type: 'doc', content: [paragraph(text('أ')), empty, empty] }).content).toHaveLength(1);
  expect(agreedDocument({ type: 'doc', content: [empty, empty] })).toEqual({ type: 'doc', content: [empty] });
});
