// What an XLSX file says about itself: its sheets, which styles are dates, and the texts its cells name by number.
import { posix } from 'node:path';
import { importErrors } from './errors.ts';
import * as limits from './limits.ts';
import { readWhole, type XlsxParts } from './xlsx-parts.ts';

export type XlsxBook = { sheets: { name: string; part: string }[]; from1904: boolean };

/** Throws `import.format-refused` for an archive that is no workbook. */
export async function readBook(parts: XlsxParts): Promise<XlsxBook> {
  if (!parts.has('xl/workbook.xml')) throw importErrors.formatRefused();
  const targets = new Map<string, string>();
  await readWhole(await parts.open('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets: XlsxBook['sheets'] = [];
  let from1904 = false;
  await readWhole(await parts.open('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      // The prefix is the writer's own choice.
      const reference = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = name === 'sheet' ? targets.get(reference) : undefined;
      if (part && parts.has(part) && /worksheets?\//.test(part)) sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  if (sheets.length === 0) throw importErrors.formatRefused();
  return { sheets, from1904 };
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Formats that Excel has built in for days, with and without the time; those of East Asia too. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** By the number that a cell names as its style: whether it shows a day. */
export async function readDateStyles(parts: XlsxParts): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!parts.has('xl/styles.xml')) return styles;
  const own = new Map<number, string>();
  let inCells = false;
  await readWhole(await parts.open('xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(builtInDates.has(id) || showsDay(own.get(id) ?? ''));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Quoted text, escaped signs and [colours, languages] say nothing about what is shown. */
function showsDay(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

/** The shared texts as one run of bytes: as strings a million of them would take several times the memory. */
export class SharedTexts {
  #bytes = Buffer.alloc(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  add(text: string): void {
    const start = this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
    const end = start + Buffer.byteLength(text);
    if (end > limits.sharedTextBytes || this.#count >= limits.sharedTexts) throw importErrors.tooHeavy();
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.min(limits.sharedTextBytes, Math.max(end, this.#bytes.length * 2)));
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const longer = new Uint32Array(this.#ends.length * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#bytes.write(text, start);
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  at(index: number): string {
    if (!(index >= 0 && index < this.#count)) return '';
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}

/** Throws `import.too-heavy` when the texts are more than are held in memory. */
export async function readSharedTexts(parts: XlsxParts): Promise<SharedTexts> {
  const texts = new SharedTexts();
  if (!parts.has('xl/sharedStrings.xml')) return texts;
  let current = '';
  let inText = false;
  let phonetic = false;
  await readWhole(await parts.open('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't') inText = !phonetic;
    },
    text: (text) => {
      if (inText && current.length < limits.cellLength) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') texts.add(current.slice(0, limits.cellLength));
    },
  });
  return texts;
}
