// Exporter: what a module tells the imports module, so that one of its lists can leave as a file.
import type { LocaleText } from '#contract/common.ts';
import type { Context } from './context.ts';

export type ExportColumn = {
  key: string;
  names: LocaleText;
  /** Dates are given and written as Gregorian days, so that other programs read them; a spreadsheet shows them as it is set. */
  type: 'text' | 'number' | 'date';
};

export type ExportValue = string | number | null;

/** What the file does not hold although somebody may look for it there, and why. */
export type LeftOut = { what: LocaleText; reason: 'no-right' | 'merged' };
export type ExportLanguage = 'ar' | 'fa' | 'en';

export type Exporter = {
  /** Plural noun of what is exported: `customers`. */
  name: string;
  permission: string;
  /** The columns that the actor may read, and what is kept from them. */
  columns(ctx: Context): Promise<{ columns: ExportColumn[]; leftOut: LeftOut[] }>;
  /**
   * The next rows of the list as it was filtered (`query` holds the words of the address), in the order of `columns`.
   * `after` is null at first, then what `next` said; null in `next` ends the list.
   */
  rows(
    ctx: Context,
    query: Readonly<Record<string, string>>,
    after: string | null,
    language: ExportLanguage,
  ): Promise<{ rows: ExportValue[][]; next: string | null }>;
};
