// The name of a country by its code, in the language of the reader.
import type { Language } from '#contract/common.ts';

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
