// Importer: what a module tells the imports module, so that rows of a file can become its records.
import type { LocaleText } from '#contract/common.ts';
import type { Context } from './context.ts';
import type { FieldFault } from './errors.ts';

export type ImportFieldType = 'text' | 'number' | 'date' | 'yes-no' | 'choice' | 'email' | 'phone' | 'region';

/** What a cell became: its text, of a date "YYYY-MM-DD"; null means that the field is to be emptied. */
export type ImportValue = string | null;

export type ImportField = {
  key: string;
  names: LocaleText;
  /** Other words by which the head of a column is recognised. */
  aliases?: readonly string[];
  type: ImportFieldType;
  /** A new record cannot be without it. */
  required?: boolean;
  /** Belongs to one record only: the same value twice in a file is a fault of the second row. */
  unique?: boolean;
  /** Of unique fields and match keys: what two spellings of one value have in common; null when it is none. */
  identity?: (text: string) => string | null;
  /** Of a choice: what a cell may say. */
  choices?: readonly { value: string; names: LocaleText }[];
};

/** A field that is not in `values` keeps what it is. Text as it was written, of dates the day; the importer refuses what it cannot read. */
export type ImportRow = { values: Readonly<Record<string, ImportValue>> };

export type ImportOptions = {
  importId: string;
  /** The file by its name, and when it arrived: where and when at the latest was said what it says. */
  source: string;
  sourceAt: Date;
  /** One of `matchKeys`: a row whose value is known changes that record. Null: every row is a new record. */
  matchBy: string | null;
  /** Finds, checks and decides like a real run, and writes nothing. */
  dryRun: boolean;
};

export type ImportRowResult =
  /** Warnings: what was left out of a row that was written. */
  | { result: 'created' | 'changed' | 'unchanged'; warnings?: readonly FieldFault[] }
  | { result: 'refused'; faults: readonly FieldFault[] };

export type Importer = {
  /** Plural noun of what is imported, in the address and in message keys: `customers`. */
  name: string;
  /** Who may import, and see imports of this kind. */
  permission: string;
  /** Keys of fields that may say which record a row means, the strongest first. */
  matchKeys: readonly string[];
  /** The fields that the actor may write. */
  fields(ctx: Context): Promise<ImportField[]>;
  /**
   * Reads up to a batch of rows by themselves, and answers with what writes them. The batch before may still be on its way into
   * the database then: what other rows said is looked up only when they are written.
   */
  prepareRows(ctx: Context, rows: readonly ImportRow[], options: ImportOptions): Promise<WriteRows>;
};

/** Writes in the transaction of the context, which may be another one after a collision; answers in the order of the rows. */
export type WriteRows = (ctx: Context) => Promise<ImportRowResult[]>;
