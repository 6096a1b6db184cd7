// Cleans what was copied from Word, Outlook, Google Docs or a web page down to what the editor knows, and says which pictures came with it.
import { directionOf } from '#kernel/rich-text/direction-of.ts';
import { isSafeLink } from '#kernel/rich-text/safe-link.ts';
import { listsFromParagraphs } from './lists-from-paragraphs.ts';

export type CleanPaste = {
  html: string;
  /** Pictures that were inside the copied text, as data: addresses. */
  pictures: string[];
  /** Pictures of which only an address on another computer came along. */
  lost: number;
};

const kept = new Set('P H2 H3 H4 UL OL LI BLOCKQUOTE TABLE TBODY TR TH TD HR BR STRONG EM U CODE A'.split(' '));
const renamed: Record<string, string> = {
  B: 'strong',
  I: 'em',
  H1: 'h2',
  H5: 'h4',
  H6: 'h4',
  DIV: 'p',
  SECTION: 'p',
  ARTICLE: 'p',
  CENTER: 'p',
  PRE: 'p',
  DD: 'p',
  DT: 'p',
};
const dropped = new Set(
  'STYLE SCRIPT META LINK TITLE HEAD XML DEL IFRAME OBJECT EMBED SVG MATH FORM INPUT BUTTON SELECT TEXTAREA NOSCRIPT TEMPLATE COLGROUP COL'.split(
    ' ',
  ),
);
const blocks = new Set('P H2 H3 H4 UL OL LI BLOCKQUOTE TABLE TBODY TR TH TD HR'.split(' '));
const ELEMENT = 1;
const TEXT = 3;

/** `parse` is the browser's DOMParser; handed over, so that the rules can be tried without a browser. */
export function cleanPaste(html: string, parse: (html: string) => Document): CleanPaste {
  const document = parse(html);
  const body = document.body;
  const found: CleanPaste = { html: '', pictures: [], lost: 0 };
  removeIgnored(body);
  takePictures(body, found);
  listsFromParagraphs(body);
  rebuild(body, document);
  nestLists(body);
  unwrapParagraphs(body);
  trimBlocks(body);
  found.html = body.innerHTML;
  return found;
}

/** Comments (Word hides conditions in them), what was struck out by "track changes", and whatever is no text. */
function removeIgnored(body: Element): void {
  for (const node of childrenOf(body)) {
    if (node.nodeType === ELEMENT) {
      const element = node as Element;
      const name = element.tagName.toUpperCase();
      if (dropped.has(name) || /display:\s*none|mso-hide:\s*all/i.test(element.getAttribute('style') ?? ''))
        element.remove();
      else removeIgnored(element);
    } else if (node.nodeType !== TEXT) node.remove();
  }
}

function takePictures(body: Element, found: CleanPaste): void {
  for (const image of body.querySelectorAll('img, v\\:imagedata')) {
    const address = image.getAttribute('src') ?? '';
    if (/^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(address)) found.pictures.push(address);
    // Counting pixels of mails and bullets drawn as pictures are no pictures.
    else if (Number(image.getAttribute('width') ?? 99) > 16) found.lost += 1;
    image.remove();
  }
}

/** Every element becomes one of those that the editor knows, without attributes, or gives way to its content. */
function rebuild(parent: Element, document: Document): void {
  for (const node of childrenOf(parent)) {
    if (node.nodeType === TEXT) {
      node.textContent = plain(node.textContent ?? '');
      continue;
    }
    const element = node as Element;
    const wanted = targetOf(element);
    const direction = element.getAttribute('dir')?.toLowerCase();
    rebuild(element, document);
    const marks = marksOf(element);
    if (wanted === null) {
      element.replaceWith(...wrapped(document, childrenOf(element), marks));
      continue;
    }
    const made = document.createElement(wanted);
    const inner = blocks.has(wanted.toUpperCase()) && wanted !== 'hr' ? marks : [];
    made.append(...wrapped(document, childrenOf(element), inner));
    keepAttributes(element, made);
    if ((direction === 'rtl' || direction === 'ltr') && /^(?:p|h\d)$/.test(wanted)) {
      // Only where the words alone would not give it: an Arabic paragraph that begins with a Latin word.
      const own = directionOf(made.textContent ?? '');
      if (own !== null && own !== direction) made.setAttribute('dir', direction);
    }
    element.replaceWith(made);
  }
}

function targetOf(element: Element): string | null {
  const name = element.tagName.toUpperCase();
  if (name === 'P' && /MsoTitle/.test(element.className)) return 'h2';
  if (name === 'TD' && element.parentElement?.parentElement?.tagName.toUpperCase() === 'THEAD') return 'th';
  if (name === 'A') return safeAddress(element.getAttribute('href')) === null ? null : 'a';
  // Google Docs wraps everything in a b that is not bold.
  if ((name === 'B' || name === 'STRONG') && /font-weight:\s*(?:normal|400)/.test(styleOf(element))) return null;
  const target = renamed[name] ?? name.toLowerCase();
  return kept.has(target.toUpperCase()) ? target : null;
}

/** Google Docs and mails say by style what others say by elements. */
function marksOf(element: Element): string[] {
  const name = element.tagName.toUpperCase();
  const style = styleOf(element);
  if (/^(?:H\d|TH|A)$/.test(name) || (name !== 'SPAN' && name !== 'FONT' && !blocks.has(name))) return [];
  const marks: string[] = [];
  if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) marks.push('strong');
  if (/font-style:\s*italic/.test(style)) marks.push('em');
  if (/text-decoration(?:-line)?:[^;]*underline/.test(style)) marks.push('u');
  // Marks of a list or a table would stand between it and its parts.
  return /^(?:UL|OL|TABLE|TBODY|TR|HR)$/.test(name) ? [] : marks;
}

function wrapped(document: Document, nodes: Node[], marks: readonly string[]): Node[] {
  if (marks.length === 0 || nodes.every((node) => (node.textContent ?? '').trim() === '')) return nodes;
  if (nodes.some((node) => node.nodeType === ELEMENT && blocks.has((node as Element).tagName.toUpperCase())))
    return nodes;
  return marks.reduce<Node[]>((inner, mark) => {
    const outer = document.createElement(mark);
    outer.append(...inner);
    return [outer];
  }, nodes);
}

function keepAttributes(from: Element, to: Element): void {
  const name = to.tagName.toUpperCase();
  if (name === 'A') to.setAttribute('href', safeAddress(from.getAttribute('href')) ?? '');
  if (name === 'OL' && Number(from.getAttribute('start')) > 1)
    to.setAttribute('start', from.getAttribute('start') ?? '');
  if (name !== 'TD' && name !== 'TH') return;
  for (const span of ['colspan', 'rowspan'])
    if (Number(from.getAttribute(span)) > 1) to.setAttribute(span, from.getAttribute(span) ?? '');
}

/** The address as it may stand in a document, or null. */
export function safeAddress(address: string | null): string | null {
  const given = (address ?? '').trim();
  // Google Docs sends every link through itself.
  const target = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(given)?.[1];
  const found = target ? decoded(target) : given;
  return isSafeLink(found) ? found : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A list directly inside a list belongs to the entry before it. */
function nestLists(body: Element): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling;
    if (before?.tagName.toUpperCase() === 'LI') before.append(list);
    else list.replaceWith(...list.childNodes);
  }
}

/** A div holds paragraphs as often as words: a paragraph that holds blocks gives way to them. */
function unwrapParagraphs(body: Element): void {
  for (const paragraph of [...body.querySelectorAll('p')].toReversed())
    if ([...paragraph.children].some((child) => blocks.has(child.tagName.toUpperCase())))
      paragraph.replaceWith(...paragraph.childNodes);
}

function trimBlocks(body: Element): void {
  for (const element of body.querySelectorAll('p, h2, h3, h4, li, td, th')) {
    trimEdge(element, 'first');
    trimEdge(element, 'last');
  }
  for (const mark of body.querySelectorAll('strong, em, u, code, a'))
    if ((mark.textContent ?? '') === '' && mark.children.length === 0) mark.remove();
  for (const element of [...body.querySelectorAll('p, h2, h3, h4, li, ul, ol, blockquote')].toReversed())
    if ((element.textContent ?? '').trim() === '' && !element.querySelector('hr')) element.remove();
  // Between blocks, the line breaks of the source.
  for (const element of [body, ...body.querySelectorAll('ul, ol, table, tbody, tr, blockquote')])
    for (const node of childrenOf(element))
      if (node.nodeType === TEXT && (node.textContent ?? '').trim() === '' && hasBlocks(element)) node.remove();
}

function hasBlocks(element: Element): boolean {
  return [...element.children].some((child) => blocks.has(child.tagName.toUpperCase()));
}

/** Spaces and line breaks at the edge of a block, however deep in its marks. */
function trimEdge(element: Element, side: 'first' | 'last'): void {
  let edge = side === 'first' ? element.firstChild : element.lastChild;
  while (edge) {
    if (edge.nodeType === TEXT) {
      const text = edge.textContent ?? '';
      edge.textContent = side === 'first' ? text.trimStart() : text.trimEnd();
      if (edge.textContent !== '') return;
      const empty = edge;
      edge = side === 'first' ? edge.nextSibling : edge.previousSibling;
      empty.remove();
    } else if ((edge as Element).tagName.toUpperCase() === 'BR') {
      const next = side === 'first' ? edge.nextSibling : edge.previousSibling;
      edge.remove();
      edge = next;
    } else if (blocks.has((edge as Element).tagName.toUpperCase())) return;
    else {
      trimEdge(edge as Element, side);
      if ((edge.textContent ?? '') !== '') return;
      edge = side === 'first' ? edge.nextSibling : edge.previousSibling;
    }
  }
}

/** One space for many, none of the marks that only tell directions, and the half-space of Persian stays. */
function plain(text: string): string {
  return text
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ');
}

/** As they are now: the list of the document itself changes while they are moved. */
function childrenOf(node: Node): ChildNode[] {
  return Array.from(node.childNodes);
}

function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').toLowerCase();
}
