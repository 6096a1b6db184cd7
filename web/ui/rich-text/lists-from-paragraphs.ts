// Word writes a list as paragraphs that begin with a dot or a number: this makes lists of them again, with their levels.

type Item = { level: number; ordered: boolean; start: number; element: Element };

/** What marks an entry where nothing else says that it is one: dots and squares, not dashes, which begin sentences too. */
const dot = /^[\s\u00a0]*[·•▪◦‣●○■□§][\s\u00a0]+/;

export function listsFromParagraphs(body: Element): void {
  for (const parent of [body, ...body.querySelectorAll('div, td, th, blockquote')]) groupIn(parent);
}

function groupIn(parent: Element): void {
  let run: Item[] = [];
  for (const child of Array.from(parent.children)) {
    const item = itemOf(child);
    if (item) run.push(item);
    // An empty paragraph between two entries does not end a list.
    else if (run.length > 0 && (child.textContent ?? '').trim() === '' && child.tagName.toUpperCase() === 'P')
      child.remove();
    else {
      build(run);
      run = [];
    }
  }
  build(run);
}

function itemOf(element: Element): Item | null {
  if (element.tagName.toUpperCase() !== 'P') return null;
  const style = element.getAttribute('style') ?? '';
  const byWord = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style);
  const marker = byWord ? markerOf(element) : null;
  if (byWord) {
    const text = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
    // "o" in Courier is Word's hollow dot, not a letter that counts.
    const ordered = text !== 'o' && /[\p{L}\p{N}]/u.test(text);
    marker?.remove();
    return { level: Number(byWord[1]), ordered, start: startOf(text), element };
  }
  if (!dot.test(element.textContent ?? '')) return null;
  removeDot(element);
  return { level: 1, ordered: false, start: 1, element };
}

function markerOf(element: Element): Element | null {
  return (
    [...element.querySelectorAll('span')].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
    ) ?? null
  );
}

function startOf(marker: string): number {
  const digits = /[0-9\u0660-\u0669\u06f0-\u06f9]+/.exec(marker)?.[0];
  if (!digits) return 1;
  return Number([...digits].map((digit) => (digit.codePointAt(0) ?? 0) & 0xf).join('')) || 1;
}

/** The dot and the spaces after it may stand in elements of their own. */
function removeDot(element: Element): void {
  let left = dot.exec(element.textContent ?? '')?.[0].length ?? 0;
  const cut = (node: Node): void => {
    for (const child of Array.from(node.childNodes)) {
      if (left === 0) return;
      if (child.nodeType !== 3) cut(child);
      else {
        const text = child.textContent ?? '';
        child.textContent = text.slice(left);
        left = Math.max(0, left - text.length);
      }
    }
  };
  cut(element);
}

function build(run: readonly Item[]): void {
  const first = run[0];
  if (!first) return;
  const document = first.element.ownerDocument;
  const place = document.createElement('div');
  first.element.replaceWith(place);
  const open: { level: number; list: Element }[] = [];
  for (const item of run) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const kind = item.ordered ? 'ol' : 'ul';
    let here = open.at(-1);
    if (!here || item.level > here.level || here.list.tagName.toLowerCase() !== kind) {
      const list = document.createElement(kind);
      if (item.ordered && item.start > 1) list.setAttribute('start', String(item.start));
      const above = here && item.level > here.level ? here.list.lastElementChild : null;
      if (here && item.level <= here.level) open.pop();
      (above ?? open.at(-1)?.list.lastElementChild ?? place).append(list);
      here = { level: item.level, list };
      open.push(here);
    }
    const entry = document.createElement('li');
    const paragraph = document.createElement('p');
    const direction = item.element.getAttribute('dir');
    if (direction) paragraph.setAttribute('dir', direction);
    paragraph.append(...item.element.childNodes);
    entry.append(paragraph);
    here.list.append(entry);
    item.element.remove();
  }
  place.replaceWith(...place.childNodes);
}
