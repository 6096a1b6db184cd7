// Rich text: what the check refuses and where, and that no text whatever can bring an element of its own into the HTML.
import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { checkRichText, isRichText } from './check-rich-text.ts';
import { cleanRichText } from './clean-rich-text.ts';
import { directionOf } from './direction-of.ts';
import { isEmptyRichText } from './is-empty.ts';
import type { RichText, RichTextNode } from './rich-text.ts';
import { richTextHeadings } from './rich-text-headings.ts';
import { richTextToHtml } from './rich-text-to-html.ts';
import { richTextToText } from './rich-text-to-text.ts';
import { isSafeLink } from './safe-link.ts';

const fileId = '01890000-0000-7000-8000-000000000001';
const text = (words: string, ...marks: NonNullable<RichTextNode['marks']>): RichTextNode => ({
  type: 'text',
  text: words,
  ...(marks.length && { marks }),
});
const p = (...content: (RichTextNode | string)[]): RichTextNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
});
const doc = (...content: unknown[]): RichText => ({ type: 'doc', content: content as RichTextNode[] });
const item = (...content: RichTextNode[]): RichTextNode => ({ type: 'listItem', content });
const cell = (words: string, type: 'tableCell' | 'tableHeader' = 'tableCell'): RichTextNode => ({
  type,
  content: [p(words)],
});
const link = (href: string): NonNullable<RichTextNode['marks']>[number] => ({ type: 'link', attrs: { href } });
const html = (document: RichText): string => richTextToHtml(document, { imageAddress: (id) => `/files/${id}` });

describe('what the check refuses, and where', () => {
  test.each<[string, unknown, string, string]>([
    ['no document', { type: 'paragraph' }, 'not-a-document', ''],
    ['nothing', null, 'not-a-document', ''],
    ['a document without blocks', doc(), 'content-missing', 'content'],
    ['a node nobody knows', doc({ type: 'script' }), 'unknown-node', 'content.0'],
    ['a name of every object', doc({ type: 'constructor' }), 'unknown-node', 'content.0'],
    ['text outside of a paragraph', doc(text('x')), 'misplaced-node', 'content.0'],
    ['a block in a paragraph', doc({ type: 'paragraph', content: [p('x')] }), 'misplaced-node', 'content.0.content.0'],
    [
      'an item that begins with a list',
      doc({ type: 'bulletList', content: [item({ type: 'bulletList', content: [item(p())] })] }),
      'misplaced-node',
      'content.0.content.0.content.0',
    ],
    ['a list without items', doc({ type: 'bulletList', content: [] }), 'content-missing', 'content.0.content'],
    [
      'a heading of the page',
      doc({ type: 'heading', attrs: { level: 1 }, content: [] }),
      'bad-attribute',
      'content.0.attrs.level',
    ],
    ['a style', doc({ ...p('x'), attrs: { style: 'position:fixed' } }), 'unknown-attribute', 'content.0.attrs.style'],
    ['an attribute beside the others', doc({ ...p('x'), onclick: 'x' }), 'unknown-attribute', 'content.0.onclick'],
    [
      'a third direction',
      doc({ ...p('x'), attrs: { dir: 'auto" onload="x' } }),
      'bad-attribute',
      'content.0.attrs.dir',
    ],
    [
      'an image without alternative text',
      doc({ type: 'image', attrs: { fileId, alt: ' \u0000\u202e' } }),
      'alternative-text-missing',
      'content.0.attrs.alt',
    ],
    [
      'an image from elsewhere',
      doc({ type: 'image', attrs: { fileId: 'https://x.example/a.png', alt: 'x' } }),
      'bad-attribute',
      'content.0.attrs.fileId',
    ],
    [
      'a script as link',
      doc(p(text('x', link('javascript:alert(1)')))),
      'unsafe-link',
      'content.0.content.0.marks.0.attrs.href',
    ],
    [
      'a link that opens elsewhere',
      doc(p(text('x', { type: 'link', attrs: { href: '/a', target: '_top' } }))),
      'unknown-attribute',
      'content.0.content.0.marks.0.attrs.target',
    ],
    [
      'the same mark twice',
      doc(p(text('x', { type: 'bold' }, { type: 'bold' }))),
      'unknown-mark',
      'content.0.content.0.marks.1',
    ],
    [
      'a mark nobody knows',
      doc(p(text('x', { type: 'style' as 'bold' }))),
      'unknown-mark',
      'content.0.content.0.marks.0',
    ],
    ['a text without words', doc(p({ type: 'text', text: '' })), 'bad-text', 'content.0.content.0.text'],
    [
      'a variable where there are none',
      doc(p({ type: 'variable', attrs: { name: 'case.number' } })),
      'unknown-variable',
      'content.0.content.0.attrs.name',
    ],
    [
      'content that is no list',
      doc({ type: 'paragraph', content: { length: 1 } }),
      'content-missing',
      'content.0.content',
    ],
  ])('%s', (_, value, code, path) => {
    expect(checkRichText(value).map((fault) => [fault.code, fault.path.join('.')])).toContainEqual([code, path]);
  });

  test('what the editor writes passes, attributes that are null too', () => {
    const written = doc(
      { type: 'heading', attrs: { level: 2, dir: null, textAlign: null }, content: [text('عنوان')] },
      p('السعر ', text('100', { type: 'bold' }, link('https://example.org/a?b=c#d')), { type: 'hardBreak' }, 'ريال'),
      { type: 'orderedList', attrs: { start: 3, type: null }, content: [item(p('a'), p('b'))] },
      { type: 'callout', attrs: { kind: 'tip' }, content: [p('x')] },
      { type: 'image', attrs: { fileId, alt: 'صورة', width: 300 } },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('a', 'tableHeader'), cell('b')] }] },
      { type: 'horizontalRule' },
    );
    expect(checkRichText(written)).toEqual([]);
  });

  test('a variable passes by its name alone', () => {
    const written = doc(p({ type: 'variable', attrs: { name: 'case.number' } }));
    expect(isRichText(written, { variables: ['case.number'] })).toBe(true);
    expect(checkRichText(written, { variables: ['customer.name'] })).toEqual([
      { code: 'unknown-variable', path: ['content', 0, 'content', 0, 'attrs', 'name'], value: 'case.number' },
    ]);
  });

  test('sizes that only a machine writes are refused, without telling thousands of faults', () => {
    let deep: RichTextNode = p('x');
    for (let at = 0; at < 10_000; at++) deep = { type: 'blockquote', content: [deep] };
    expect(checkRichText(doc(deep)).map((fault) => fault.code)).toEqual(['too-deep']);
    expect(checkRichText(doc(...Array(6000).fill(p()))).map((fault) => fault.code)).toEqual(['too-many-nodes']);
    expect(checkRichText(doc(p('x'.repeat(300_001)))).map((fault) => fault.code)).toEqual(['too-many-characters']);
    const image = { type: 'image', attrs: { fileId, alt: 'x' } };
    expect(checkRichText(doc(...Array(101).fill(image))).map((fault) => fault.code)).toEqual(['too-many-images']);
    expect(checkRichText(doc(...Array(4000).fill({ type: 'x' })))).toHaveLength(20);
  });
});

test('the check answers whatever it is given, and what passes can be rendered', () => {
  const types = fc.constantFrom('doc', 'paragraph', 'text', 'bulletList', 'tableCell', 'image');
  const shape = fc.record({ type: types, attrs: fc.anything(), marks: fc.anything(), content: fc.anything() });
  const anything = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.array(shape).map((content) => doc(...content)),
  );
  fc.assert(
    fc.property(anything, (value) => {
      if (isRichText(value)) expect(html(value)).toMatch(/^</);
    }),
  );
});

describe('addresses of links', () => {
  test.each([
    'https://example.org',
    'http://example.org:8080/a/b?c=@d#e',
    'https://مثال.إختبار/صفحة',
    'mailto:help@example.org?subject=a',
    'tel:+966(11)123-4567',
    '/portal/sample/help/ar/refunds',
    '/',
  ])('%s leads somewhere', (href) => expect(isSafeLink(href)).toBe(true));

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\u200b/evil.example',
    'https://bank.example@evil.example',
    'https:/evil.example',
    'https://',
    'example.org',
    '',
    'https://example.org/\u202etxt.exe',
    'mailto:',
    'tel:javascript',
    null,
    42,
  ])('%j is no link', (href) => expect(isSafeLink(href)).toBe(false));
});

describe('plain text', () => {
  const written = doc(
    p('One ', text('two', { type: 'bold' }), { type: 'hardBreak' }, 'three'),
    {
      type: 'orderedList',
      attrs: { start: 4 },
      content: [item(p('a'), { type: 'bulletList', content: [item(p('b'))] }), item(p('c'))],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('x'), cell('y')] },
        { type: 'tableRow', content: [cell('z'), cell('')] },
      ],
    },
    { type: 'image', attrs: { fileId, alt: 'A meter' } },
  );
  written.content[2]!.content![1]!.content![1] = { type: 'tableCell', content: [p()] };

  test('has blocks on lines, cells between tabs, and signs of lists', () => {
    expect(richTextToText(written)).toBe('One two\nthree\n4. a\n  - b\n5. c\nx\ty\nz\t\nA meter');
  });

  test('fills variables, and writes addresses behind the words of a link once', () => {
    const letter = doc(
      p(
        'Dear ',
        { type: 'variable', attrs: { name: 'customer.name' } },
        ', see ',
        text('our ', link('https://a.example')),
        text('page', link('https://a.example'), { type: 'bold' }),
        ' or ',
        text('https://b.example', link('https://b.example')),
      ),
    );
    expect(richTextToText(letter)).toBe('Dear {{customer.name}}, see our page or https://b.example');
    expect(richTextToText(letter, { variable: () => 'منى', linkAddresses: true })).toBe(
      'Dear منى, see our page (https://a.example) or https://b.example',
    );
  });

  test('is empty when there is nothing to read or see', () => {
    expect(isEmptyRichText(doc(p(), p(' \u200b\u00a0'), { type: 'horizontalRule' }))).toBe(true);
    expect(isEmptyRichText(doc(p('a')))).toBe(false);
    expect(isEmptyRichText(doc({ type: 'image', attrs: { fileId, alt: 'x' } }))).toBe(false);
  });
});

describe('cleaning', () => {
  test('drops invisible surprises and what says nothing, and keeps the spaces between texts', () => {
    const written = doc({
      ...p(text('a \u202eb\n', { type: 'bold' }), ' c', '\u200f'),
      attrs: { dir: null, textAlign: null },
    });
    expect(cleanRichText(written)).toEqual(doc(p(text('a b ', { type: 'bold' }), ' c')));
  });
});

describe('HTML', () => {
  test('says directions: of a text by the browser, of a list and a table by the first letter', () => {
    expect(html(doc(p('سلام')))).toBe('<p dir="auto">سلام</p>');
    expect(html(doc({ ...p('x'), attrs: { dir: 'rtl' } }))).toBe('<p dir="rtl">x</p>');
    expect(html(doc({ type: 'bulletList', content: [item(p('1. سلام'))] }))).toBe(
      '<ul dir="rtl"><li><p dir="auto">1. سلام</p></li></ul>',
    );
    expect([directionOf('«CRM» نظام'), directionOf('12 ٣'), directionOf('گ')]).toEqual(['ltr', null, 'rtl']);
  });

  test('of headings, callouts, tables, images, links and variables', () => {
    const written = doc(
      { type: 'heading', attrs: { level: 3 }, content: [text('A & B')] },
      { type: 'callout', attrs: { kind: 'warning' }, content: [p('c')] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('h', 'tableHeader'), cell('i', 'tableHeader')] },
          {
            type: 'tableRow',
            content: [cell('r', 'tableHeader'), { ...cell('v'), attrs: { colspan: 2, rowspan: 1 } }],
          },
        ],
      },
      { type: 'image', attrs: { fileId, alt: '"x"', width: 80 } },
      p(text('a', link('https://a.example/?b&c'), { type: 'code' }), text('b', link('/c'))),
    );
    const options = { imageAddress: (id: string) => `/f/${id}`, calloutWord: () => 'Warning', anchors: true };
    expect(richTextToHtml(written, options).split('\n')).toEqual([
      '<h3 id="section-1" dir="auto">A &amp; B</h3>',
      '<div class="callout callout-warning" role="note" dir="ltr"><p class="callout-word" dir="auto">Warning</p><p dir="auto">c</p></div>',
      '<div class="table-frame" role="group" tabindex="0"><table dir="ltr"><thead><tr><th scope="col"><p dir="auto">h</p></th><th scope="col"><p dir="auto">i</p></th></tr></thead><tbody><tr><th scope="row"><p dir="auto">r</p></th><td colspan="2"><p dir="auto">v</p></td></tr></tbody></table></div>',
      `<figure><img src="/f/${fileId}" alt="&quot;x&quot;" width="80" loading="lazy" decoding="async" /></figure>`,
      '<p dir="auto"><a href="https://a.example/?b&amp;c" rel="noopener noreferrer"><code dir="ltr">a</code></a><a href="/c">b</a></p>',
    ]);
    expect(richTextHeadings(written)).toEqual([{ level: 3, text: 'A & B', anchor: 'section-1' }]);
    expect(richTextToHtml(written, { imageAddress: () => null })).toContain(
      '<p class="image-missing" dir="auto">&quot;x&quot;</p>',
    );
  });

  test('of a document that was never checked is harmless too', () => {
    const forged = doc(
      { type: 'script', content: [text('alert(1)')] },
      p(text('x', link('javascript:alert(1)'))),
      { type: 'heading', attrs: { level: '1 onclick=x' }, content: [] },
      { type: 'callout', attrs: { kind: '" onload="x' }, content: [] },
      { ...p('y'), attrs: { dir: '" onload="x' } },
    );
    expect(html(forged).split('\n')).toEqual([
      '',
      '<p dir="auto">x</p>',
      '<h2 dir="auto"></h2>',
      '<div class="callout callout-note" role="note"></div>',
      '<p dir="auto">y</p>',
    ]);
  });

  test('brings out only allowed elements and attributes, and every word, whatever is written', () => {
    fc.assert(
      fc.property(anyDocument, (written) => {
        const read = parse(richTextToHtml(written, { imageAddress: (id) => `/f/${id}`, anchors: true }));
        for (const { name, attributes } of read.elements) {
          expect(Object.keys(allowed)).toContain(name);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(allowed[name]).toContain(attribute);
            if (attribute === 'href') expect(isSafeLink(value)).toBe(true);
            if (attribute === 'src') expect(value).toMatch(/^\/f\/[\da-f-]+$/);
          }
        }
        expect(read.text).toBe(wordsOf(written));
      }),
      { numRuns: 500 },
    );
  });

  test('of a cleaned document reads the same once more, and stays clean', () => {
    fc.assert(
      fc.property(anyDocument, (written) => {
        fc.pre(isRichText(written, { variables: ['customer.name'] }));
        const clean = cleanRichText(written);
        expect(checkRichText(clean, { variables: ['customer.name'] })).toEqual([]);
        expect(cleanRichText(clean)).toEqual(clean);
        expect(html(clean)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 200 },
    );
  });
});

const withDir = ['dir'];
const allowed: Record<string, string[]> = {
  p: [...withDir, 'class'],
  h2: ['id', 'dir'],
  h3: ['id', 'dir'],
  h4: ['id', 'dir'],
  ul: withDir,
  ol: ['start', 'dir'],
  li: withDir,
  blockquote: withDir,
  div: ['class', 'role', 'dir', 'tabindex'],
  figure: [],
  img: ['src', 'alt', 'width', 'loading', 'decoding'],
  table: withDir,
  thead: [],
  tbody: [],
  tr: withDir,
  th: ['scope', 'colspan', 'rowspan', 'dir'],
  td: ['colspan', 'rowspan', 'dir'],
  hr: [],
  br: [],
  a: ['href', 'rel'],
  strong: [],
  em: [],
  u: [],
  code: withDir,
  bdi: [],
};

/** Reads the HTML as strict XML: one tag that is not closed, one quote too many, and it throws. */
function parse(source: string) {
  const parser = sax.parser(true, { trim: false, normalize: false });
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let words = '';
  parser.onopentag = (tag) => {
    if (tag.name !== 'root') elements.push({ name: tag.name, attributes: tag.attributes as Record<string, string> });
  };
  parser.ontext = (found) => (words += found);
  for (const other of ['oncomment', 'oncdata', 'onprocessinginstruction', 'ondoctype', 'onscript'] as const)
    parser[other] = () => {
      throw new Error(other);
    };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(`<root>${source}</root>`).close();
  return { elements, text: words.replaceAll('\n', '') };
}

function wordsOf(node: RichTextNode): string {
  if (node.type === 'variable') return '{{customer.name}}';
  // What XML cannot hold is shown as replaced.
  // oxlint-disable-next-line no-control-regex -- these are what is replaced
  const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
  if (node.text !== undefined) return node.text.toWellFormed().replace(unreadable, '\ufffd').replaceAll('\n', '');
  return (node.content ?? []).map(wordsOf).join('');
}

const nasty = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</p></div><!--',
  ']]>',
  '<![CDATA[',
  '<?xml version="1.0"?>',
  '&lt;b&gt;',
  '&#x3c;script&#x3e;',
  '\u202e\u2067مرحبا\u2069',
  '\u0000\ud800',
  'سلام دنیا',
  '{{customer.name}}',
);
const words = fc.oneof(nasty, fc.string({ minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }));
const schemes = [
  'https://',
  'http://',
  'mailto:',
  'tel:',
  '/',
  '//',
  'javascript:',
  'java\tscript:',
  'data:',
  '\\',
  '',
];
const hrefs = fc.tuple(fc.constantFrom(...schemes), words).map(([scheme, rest]) => scheme + rest);
const marks = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('bold', 'italic', 'underline', 'code').map((type) => ({ type })),
    fc
      .constantFrom('https://example.org/?a="b"&c=<d>', "/a'b", 'mailto:a@b.example')
      .map((href) => ({ type: 'link', attrs: { href } })),
    hrefs.map((href) => ({ type: 'link', attrs: { href } })),
  ),
  { selector: (mark) => mark.type, maxLength: 3 },
);
const inline = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }) },
    { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('variable'), attrs: fc.constant({ name: 'customer.name' }), marks }),
    },
  ),
  { maxLength: 4 },
);
const dirs = fc.constantFrom(null, 'rtl', 'ltr');
const node = (type: string, attrs: Record<string, fc.Arbitrary<unknown>>, content?: fc.Arbitrary<unknown>) =>
  fc.record({ type: fc.constant(type), attrs: fc.record(attrs), ...(content && { content }) });
const { block } = fc.letrec((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const paragraph = node('paragraph', { dir: dirs }, inline);
  const items = fc.array(
    node(
      'listItem',
      { dir: dirs },
      fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 1 })).map(([one, more]) => [one, ...more]),
    ),
    { minLength: 1, maxLength: 3 },
  );
  const spans = { colspan: fc.constantFrom(1, 2), rowspan: fc.constantFrom(1, 3), dir: dirs };
  const cells = fc.array(fc.oneof(node('tableHeader', spans, blocks), node('tableCell', spans, blocks)), {
    maxLength: 3,
  });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      node('heading', { level: fc.constantFrom(2, 3, 4), dir: dirs }, inline),
      node('image', {
        fileId: fc.uuid(),
        alt: words.filter((alt) => alt.trim() !== ''),
        width: fc.constantFrom(null, 40),
      }),
      fc.constant({ type: 'horizontalRule' }),
      node('bulletList', { dir: dirs }, items),
      node('orderedList', { start: fc.nat(50) }, items),
      node('blockquote', { dir: dirs }, blocks),
      node('callout', { kind: fc.constantFrom('note', 'tip', 'warning') }, blocks),
      node('table', { dir: dirs }, fc.array(node('tableRow', {}, cells), { minLength: 1, maxLength: 3 })),
    ),
  };
});
const anyDocument = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }) as unknown as RichText);
