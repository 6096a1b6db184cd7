// Plain text of a mail that has only HTML: one pass over the source, so that no mail can make it slow.

const breaks = new Set([
  'p',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'hr',
  'section',
  'article',
  'header',
  'footer',
  'address',
  'dl',
  'dt',
  'dd',
  'center',
  'body',
]);
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'pre']);
const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg']);
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '',
  rlm: '',
  shy: '',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  divide: '÷',
  deg: '°',
  euro: '€',
  pound: '£',
  cent: '¢',
  sect: '§',
  para: '¶',
  frac12: '½',
  aacute: 'á',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
};
const mostSource = 2_000_000;
/** Longest tag that is read to its end. */
const mostTag = 20_000;

/** Quoted blocks come out with "> " before each line, as plain text has them. */
export function htmlToText(html: string): string {
  const source = html.slice(0, mostSource);
  // Only ASCII: other letters may change their length with their case, and both texts are read by one position.
  const lower = source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const neverClosed = new Set<string>();
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const endLine = (): void => {
    const text = line.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();
    if (text !== '') lines.push('> '.repeat(depth) + text);
    line = '';
  };
  const blank = (): void => {
    endLine();
    if (lines.length > 0 && lines.at(-1)!.replaceAll('> ', '') !== '') lines.push('> '.repeat(depth));
  };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    line += decodeEntities(source.slice(at, open < 0 ? source.length : open));
    if (open < 0) break;
    const tag = /^<(\/?)([a-z][a-z0-9:]*)/.exec(lower.slice(open, open + 40));
    if (!tag) {
      // A comment, a declaration, or a sign that begins no tag.
      const comment = lower.startsWith('<!--', open);
      const ends = comment
        ? source.indexOf('-->', open + 4)
        : source[open + 1] === '!' || source[open + 1] === '?'
          ? source.indexOf('>', open)
          : -1;
      if (ends < 0 && !comment) line += '<';
      at = ends >= 0 ? ends + (comment ? 3 : 1) : comment ? source.length : open + 1;
      continue;
    }
    at = endOfTag(source, open + tag[0].length);
    const [, closing, name = ''] = tag;
    if (unseen.has(name)) {
      if (closing || source[at - 2] === '/' || neverClosed.has(name)) continue;
      const ends = lower.indexOf(`</${name}`, at);
      if (ends < 0) neverClosed.add(name);
      else at = endOfTag(source, ends);
    } else if (name === 'br') {
      if (line.trim() === '') blank();
      else endLine();
    } else if (name === 'blockquote') {
      endLine();
      depth = Math.max(0, Math.min(20, depth + (closing ? -1 : 1)));
    } else if (name === 'td' || name === 'th') {
      line += ' ';
    } else if (breaks.has(name)) {
      if (spaced.has(name)) blank();
      else endLine();
      if (name === 'li' && !closing) line = '- ';
    }
  }
  endLine();
  return lines.join('\n').trim();
}

/** Just behind the `>` of a tag; signs inside quoted values do not end it. */
function endOfTag(source: string, from: number): number {
  let quote = '';
  const limit = Math.min(source.length, from + mostTag);
  for (let at = from; at < limit; at += 1) {
    const sign = source[at]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  const plain = source.indexOf('>', from);
  return plain < 0 ? source.length : plain + 1;
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );
}
