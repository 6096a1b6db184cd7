// Writes HTML from templates in which every value is escaped unless it is HTML already.
import { escapeHtml } from '#kernel/rich-text/escape-html.ts';

/** HTML that may stand as it is. Only this file makes it. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What is not there (null, undefined, false, '') writes nothing; lists are joined. */
export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

/** html`<p title="${any}">${any}</p>`: attributes are written with quotes, and nothing is put into <script> or <style>. */
export function html(pieces: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(pieces.map((piece, at) => (at === 0 ? piece : sourceOf(parts[at - 1]) + piece)).join(''));
}

/** For what was made by a renderer that escapes, such as `richTextToHtml`. */
export function trustedHtml(source: string): Html {
  return new Html(source);
}

function sourceOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'object') return part.map(sourceOf).join('');
  return escapeHtml(String(part));
}
