// Tells Arabic, Persian and English apart by their letters, for texts that arrive without saying.

// پ چ ژ گ and the Persian forms of kaf and yeh (with a middle form typed on a Persian keyboard).
const persian = /[پچژگکی\u06f0-\u06f9]/gu;
// ة أ إ ي ك ى and the Arabic question of tanween: letters a Persian keyboard does not give.
const arabic = /[ةأإيكىئؤ\u064b-\u0652]/gu;
// Short words that only one of them has; they decide where the letters are shared.
const persianWords = /(?<!\p{L})(?:است|را|که|این|از|برای|شده|شد|ما|با|هم|نیست|سلام)(?!\p{L})/gu;
const arabicWords = /(?<!\p{L})(?:في|على|عن|إلى|هذا|هذه|لم|لا|مع|منذ|التي|الذي)(?!\p{L})/gu;
const arabicScript = /\p{Script=Arabic}/gu;
const latin = /\p{Script=Latin}/gu;

/** Null when the text has no letters of the three languages. A mixed text is the language of most of its letters. */
export function languageOf(text: string): 'ar' | 'fa' | 'en' | null {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const script = count(arabicScript);
  if (script === 0) return count(latin) > 0 ? 'en' : null;
  if (count(latin) > script * 2) return 'en';
  return count(persian) + 2 * count(persianWords) > count(arabic) + 2 * count(arabicWords) ? 'fa' : 'ar';
}
