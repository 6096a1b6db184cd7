// A second way to search, for words that stand in the text in another form: endings and joined particles are left off.
import { searchedWords } from '#kernel/text/words-query.ts';

/** In normalised letters: ي ك ه for what is written ی ک ة. Longer ones first. */
const endings =
  /(?:هايي|هاي|تهما|تهم|تكم|تها|تنا|تين|تان|ها|هم|كم|نا|ات|ون|ين|ان|تي|ته|تك|يه|ه|ي|ت|ك|ings?|ies|ed|es|s|y|e)$/u;
const particles = /^[وفبكل](?=\p{L}{4})/u;
const least = 3;

/** For `to_tsquery`, or null when no word is long enough to leave anything off. All words must occur, each as the beginning of one. */
export function looseQuery(typed: string): string | null {
  const words = searchedWords(typed)
    .filter((word) => word.length >= least)
    .map((word) => {
      const forms = [word, word.replace(particles, '')].map(stem);
      return `(${[...new Set(forms)].map((form) => `${form}:*`).join(' | ')})`;
    });
  return words.length === 0 ? null : words.join(' & ');
}

function stem(word: string): string {
  const stemmed = word.replace(endings, '');
  return stemmed.length >= least ? stemmed : word;
}
