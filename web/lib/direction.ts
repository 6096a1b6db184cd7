// Languages of the interface, their direction, and how a person's choice is kept for the next visit.
import type { Language } from '#contract/common.ts';

export const languages: readonly Language[] = ['ar', 'fa', 'en'];

/** Each language in its own words; never translated, so that anybody finds their own. */
export const languageNames: Record<Language, string> = { ar: 'العربية', fa: 'فارسی', en: 'English' };

export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'en' ? 'ltr' : 'rtl';
}

export function isLanguage(value: unknown): value is Language {
  return value === 'ar' || value === 'fa' || value === 'en';
}

/** The language that the server (or boot.js) wrote into the page. */
export function pageLanguage(): Language {
  const written = document.documentElement.lang.slice(0, 2);
  return isLanguage(written) ? written : 'ar';
}

/** The cookie lets the server write the language into the next page; local storage serves pages the server did not write. */
export function keepLanguage(language: Language): void {
  document.cookie = `rida_language=${language}; path=/; max-age=31536000; samesite=lax`;
  try {
    localStorage.setItem('rida.language', language);
  } catch {
    // Storage refused: the cookie is enough.
  }
}

/** Makes the next page another language. The whole page is loaded anew, since React Aria reads its dictionary only once. */
export function switchLanguage(language: Language): void {
  keepLanguage(language);
  location.reload();
}
