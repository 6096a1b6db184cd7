// A name in the reader's language, or in the nearest one that was written.
import type { Language, LocaleText } from '#contract/common.ts';
import { useLanguage } from './i18n.ts';

export function localeText(text: LocaleText | null | undefined, language: Language): string {
  if (!text) return '';
  return text[language] || text.ar || text.fa || text.en || '';
}

export function useLocaleText(): (text: LocaleText | null | undefined) => string {
  const language = useLanguage();
  return (text) => localeText(text, language);
}
