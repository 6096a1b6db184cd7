// Variables of templates: words become variables, unknown ones are found where they stand, values stay words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRichText } from '#kernel/rich-text/check-rich-text.ts';
import { richTextToHtml } from '#kernel/rich-text/rich-text-to-html.ts';
import { richText } from './factory.ts';
import { fillTemplate, readVariables } from './fill-template.ts';

const known = ['customer.name', 'case.number'];

test('written variables become nodes, and are filled', () => {
  const { document, unknown } = readVariables(richText('Dear {{ customer.name }},', 'case {{case.number}}.'), known);
  expect(unknown).toEqual([]);
  expect(checkRichText(document, { variables: known })).toEqual([]);
  expect(document.content[0]?.content?.[1]).toEqual({ type: 'variable', attrs: { name: 'customer.name' } });
  expect(fillTemplate(document, { 'customer.name': 'Mona', 'case.number': '1405-000123' })).toMatchObject({
    text: 'Dear Mona,\ncase 1405-000123.',
    missing: [],
  });
});

test('what is unknown is named with its place; what is not known now is named as missing', () => {
  const { unknown } = readVariables(richText('fine', 'Dear {{customer.nmae}} and {{}}'), known);
  expect(unknown).toEqual([
    { name: 'customer.nmae', path: ['content', 1, 'content', 0] },
    { name: '', path: ['content', 1, 'content', 0] },
  ]);
  const { document } = readVariables(richText('Dear {{customer.name}}'), known);
  expect(fillTemplate(document, { 'customer.name': null })).toMatchObject({ text: 'Dear', missing: ['customer.name'] });
});

test('a name that looks like markup or like a variable stays a name', () => {
  const { document } = readVariables(richText('Dear {{customer.name}}!'), known);
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      const filled = fillTemplate(document, { 'customer.name': `<b>${name}</b>{{case.number}}`, 'case.number': 'X' });
      expect(filled.text).toContain('{{case.number}}');
      expect(richTextToHtml(filled.document, { imageAddress: () => null })).not.toContain('<b>');
    }),
  );
});
