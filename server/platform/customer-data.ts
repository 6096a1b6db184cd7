// CustomerData: what a module knows of a customer in its own tables, for the export of everything about one and for erasure.
import type { LocaleText } from '#contract/common.ts';
import type { Context } from './context.ts';

/** A table of the export: rows as JSON, with names of its columns for the readable letter. Values are texts, numbers, Dates, truths. */
export type CustomerDataSection = {
  key: string;
  title: LocaleText;
  columns: readonly { key: string; name: LocaleText }[];
  rows: readonly Record<string, unknown>[];
};

/** `until` and `rule`: for what is kept by a rule for a time, in the words of the rule. */
export type ErasureBlock = { reason: string; count: number; until?: Date; rule?: LocaleText };

/** What a customer is or was known by: e-mails in lower case, phones as E.164, external and national ids. */
export type CustomerIdentifiers = { emails: readonly string[]; phones: readonly string[]; ids: readonly string[] };

/** `records`: the ids of all records of the customer. */
export type CustomerData = {
  read(ctx: Context, records: readonly string[]): Promise<CustomerDataSection[]>;
  /** What of the customer's is known to other modules by type and id alone, such as cases. */
  subjects?(ctx: Context, records: readonly string[]): Promise<{ type: string; ids: string[] }>;
  /** Why it cannot be erased now; null when nothing stands against it. */
  blocks?(ctx: Context, records: readonly string[]): Promise<ErasureBlock | null>;
  /** Which of these records a rule keeps at this moment: no value of theirs runs out while it does. */
  keeps?(ctx: Context, records: readonly string[]): Promise<string[]>;
  /**
   * Removes personal columns and words. Ids, codes and times stay, so that counts stay true. `known`: for words that belong to no
   * record, such as rows of a file that were refused.
   */
  erase(ctx: Context, records: readonly string[], known: CustomerIdentifiers): Promise<void>;
};
