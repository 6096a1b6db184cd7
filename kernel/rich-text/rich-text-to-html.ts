// Renders a document as HTML that is well-formed XML too; whatever a text says, only the elements written here come out.
import { directionOfNode } from './direction-of.ts';
import { escapeHtml } from './escape-html.ts';
import { calloutKinds, textAttribute, type CalloutKind, type RichTextMark, type RichTextNode } from './rich-text.ts';
import { headingAnchor } from './rich-text-headings.ts';
import { isSafeLink } from './safe-link.ts';

export interface ToHtmlOptions {
  /** Null when the reader may not see the file: the alternative text stands in its place. */
  imageAddress: (fileId: string) => string | null;
  /** The word that a callout begins with, since colour alone says nothing. */
  calloutWord?: (kind: CalloutKind) => string;
  /** Headings of the document get the anchors of `richTextHeadings`. */
  anchors?: boolean;
  /** What a variable of a reply template says; without it `{{name}}` stays. */
  variable?: (name: string) => string;
}

export function richTextToHtml(document: RichTextNode, options: ToHtmlOptions): string {
  let headings = 0;
  return (document.content ?? [])
    .map((block) => {
      if (block.type !== 'heading' || !options.anchors) return blockHtml(block, options);
      headings += 1;
      return blockHtml(block, options, headingAnchor(headings - 1));
    })
    .join('\n');
}

function blockHtml(node: RichTextNode, options: ToHtmlOptions, anchor?: string): string {
  const children = (): string => (node.content ?? []).map((child) => blockHtml(child, options)).join('');
  switch (node.type) {
    case 'paragraph':
      return element('p', textDirection(node), inlineHtml(node.content ?? [], options) || '<br />');
    case 'heading': {
      const level = [2, 3, 4].find((known) => known === node.attrs?.['level']) ?? 2;
      return element(`h${level}`, { id: anchor, ...textDirection(node) }, inlineHtml(node.content ?? [], options));
    }
    case 'bulletList':
      return element('ul', containerDirection(node), children());
    case 'orderedList': {
      const start = number(node.attrs?.['start']);
      return element('ol', { start: start === '1' ? undefined : start, ...containerDirection(node) }, children());
    }
    case 'listItem':
      return element('li', ownDirection(node), children());
    case 'blockquote':
      return element('blockquote', containerDirection(node), children());
    case 'callout': {
      const kind = calloutKinds.find((known) => known === node.attrs?.['kind']) ?? 'note';
      const word = options.calloutWord?.(kind);
      const title = word === undefined ? '' : element('p', { class: 'callout-word', dir: 'auto' }, escapeHtml(word));
      const attrs = { class: `callout callout-${kind}`, role: 'note', ...containerDirection(node) };
      return element('div', attrs, title + children());
    }
    case 'image':
      return imageHtml(node, options);
    case 'table':
      return tableHtml(node, options);
    case 'horizontalRule':
      return '<hr />';
    default:
      return '';
  }
}

function imageHtml(node: RichTextNode, options: ToHtmlOptions): string {
  const alt = textAttribute(node, 'alt');
  const src = options.imageAddress(textAttribute(node, 'fileId'));
  if (src === null) return element('p', { class: 'image-missing', dir: 'auto' }, escapeHtml(alt));
  const attrs = { src, alt, width: number(node.attrs?.['width']), loading: 'lazy', decoding: 'async' };
  return element('figure', {}, `<img${attributes(attrs)} />`);
}

/** A wide table scrolls by itself, by keyboard too. */
function tableHtml(node: RichTextNode, options: ToHtmlOptions): string {
  const rows = node.content ?? [];
  const isHead = (row: RichTextNode): boolean =>
    (row.content ?? []).length > 0 && (row.content ?? []).every((cell) => cell.type === 'tableHeader');
  const inHead = rows[0] !== undefined && isHead(rows[0]) && rows.length > 1;
  const html = rows.map((row, at) =>
    element(
      'tr',
      ownDirection(row),
      (row.content ?? []).map((cell) => cellHtml(cell, isHead(row) || at === 0, options)).join(''),
    ),
  );
  const head = inHead ? element('thead', {}, html[0]!) : '';
  const body = element('tbody', {}, html.slice(inHead ? 1 : 0).join(''));
  const table = element('table', containerDirection(node), head + body);
  return element('div', { class: 'table-frame', role: 'group', tabindex: '0' }, table);
}

function cellHtml(cell: RichTextNode, headsColumn: boolean, options: ToHtmlOptions): string {
  const header = cell.type === 'tableHeader';
  const span = (name: string): string | undefined => {
    const value = number(cell.attrs?.[name]);
    return value === '1' ? undefined : value;
  };
  return element(
    header ? 'th' : 'td',
    {
      scope: header ? (headsColumn ? 'col' : 'row') : undefined,
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      ...ownDirection(cell),
    },
    (cell.content ?? []).map((block) => blockHtml(block, options)).join(''),
  );
}

function inlineHtml(nodes: readonly RichTextNode[], options: ToHtmlOptions): string {
  return nodes
    .map((node) => {
      if (node.type === 'hardBreak') return '<br />';
      if (node.type === 'variable') {
        const name = textAttribute(node, 'name');
        return marked(element('bdi', {}, escapeHtml(options.variable?.(name) ?? `{{${name}}}`)), node.marks ?? []);
      }
      return marked(escapeHtml(node.text ?? ''), node.marks ?? []);
    })
    .join('');
}

/** One order for all, so that the same marks give the same HTML; the link is outermost. */
function marked(html: string, marks: readonly RichTextMark[]): string {
  const has = (type: RichTextMark['type']): boolean => marks.some((mark) => mark.type === type);
  let inner = html;
  if (has('code')) inner = element('code', { dir: 'ltr' }, inner);
  if (has('underline')) inner = element('u', {}, inner);
  if (has('italic')) inner = element('em', {}, inner);
  if (has('bold')) inner = element('strong', {}, inner);
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
  if (!isSafeLink(href)) return inner;
  // A page of somebody else learns nothing of this one and gets no hold of it.
  return element('a', { href, rel: href.startsWith('/') ? undefined : 'noopener noreferrer' }, inner);
}

type Attributes = Record<string, string | undefined>;

function element(name: string, attrs: Attributes, inner: string): string {
  return `<${name}${attributes(attrs)}>${inner}</${name}>`;
}

function attributes(attrs: Attributes): string {
  return Object.entries(attrs)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}

const number = (value: unknown): string | undefined => (Number.isInteger(value) ? String(value) : undefined);

function textDirection(node: RichTextNode): Attributes {
  return { dir: ownDirection(node)['dir'] ?? 'auto' };
}

function containerDirection(node: RichTextNode): Attributes {
  return { dir: directionOfNode(node) ?? undefined };
}

function ownDirection(node: RichTextNode): Attributes {
  const dir = node.attrs?.['dir'];
  return { dir: dir === 'rtl' || dir === 'ltr' ? dir : undefined };
}
