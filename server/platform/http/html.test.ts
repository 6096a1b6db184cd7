// Templates of HTML: whatever a value says, it stays text.
import fc from 'fast-check';
import sax from 'sax';
import { expect, test } from 'vitest';
import { html, trustedHtml } from './html.ts';

test('values are escaped, HTML stands, lists are joined, and what is not there is not written', () => {
  const items = ['<b>', "'x'", '"y" & z'].map((item) => html`<i title="${item}">${item}</i>`);
  expect(html`${items}`.source).toBe(
    '<i title="&lt;b&gt;">&lt;b&gt;</i><i title="&#39;x&#39;">&#39;x&#39;</i><i title="&quot;y&quot; &amp; z">&quot;y&quot; &amp; z</i>',
  );
  expect(html`${null}${undefined}${false}${0}${''}${trustedHtml('<hr />')}`.source).toBe('0<hr />');
});

test('any text between tags and in an attribute reads back as itself, with no element beside those of the template', () => {
  const nasty = fc.constantFrom('<script>', '"><b>', '</p><p>', ']]>', '&amp;', '\u2028', "' x='");
  const words = fc.array(fc.oneof(nasty, fc.string()), { maxLength: 4 }).map((all) => all.join(''));
  fc.assert(
    fc.property(words, words, (attribute, text) => {
      const parser = sax.parser(true, {});
      const seen: unknown[] = [];
      let read = '';
      parser.onopentag = (tag) => seen.push([tag.name, tag.attributes]);
      parser.ontext = (found) => (read += found);
      parser.onerror = (error) => {
        throw error;
      };
      parser.write(html`<p title="${attribute}">${text}</p>`.source).close();
      expect(read).toBe(readable(text));
      expect(seen).toEqual([['p', { title: readable(attribute) }]]);
    }),
  );
});

/** Controls are replaced, for XML and HTML cannot hold them. */
const readable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what is replaced
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
