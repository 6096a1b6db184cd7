// Templates of HTML: whatever a value says, it stays text.
import fc from 'fast-check';
import sax from 'sax';
import { expect, test } from 'vitest';
import { html, trustedHtml } from './html.ts';

test('values are escaped, HTML stands, lists are joined, and what is not there is not written', () => {
  const items = ['<b>', "'x'", '"y" & z'].map((item) => html`<li>${item}</li>`);
  expect(
    html`<ul title="${'"'}">
        ${items}
      </ul>
      ${null}${undefined}${false}${0}${trustedHtml('<hr />')}`.source,
  ).toBe('<ul title="&quot;"><li>&lt;b&gt;</li><li>&#39;x&#39;</li><li>&quot;y&quot; &amp; z</li></ul>0<hr />');
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
// oxlint-disable-next-line no-control-regex -- these are what is replaced
const readable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
