// The types of message keys: every messages.en.ts adds its keys here, and the other languages are checked against it.

/** Filled by `declare module '#web/lib/messages.ts'` in each messages.en.ts. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Messages {}

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type PluralBase<K> = K extends `${infer Base}_${Plural}` ? Base : never;
type PluralFree<K> = K extends `${string}_${Plural}` ? never : K;

/** A key as code uses it: `case.count`, not `case.count_one`. */
export type MessageKey = (PluralFree<keyof Messages> | PluralBase<keyof Messages>) & string;

/** Arabic counts in six forms. */
export type ArabicMessages<English> = Record<
  (PluralFree<keyof English> & string) | `${PluralBase<keyof English>}_${Plural}`,
  string
>;
/** Persian has the same two forms as English. */
export type PersianMessages<English> = Record<keyof English, string>;
