// Asks for a typed name by its sound: each word in every spelling known of it.
import { canonical } from './name-rules.ts';
import type { NameWord, ParsedName } from './parse-name.ts';
import { searchSound, soundOf } from './sound.ts';

/** A beginning of fewer consonants is that of too many names. */
const shortestBeginning = 3;

/**
 * A `tsquery` for the sounds of names that the database keeps (`rida_sounds_of_name`); null when nothing typed has a sound, such
 * as trades, which are translated and not sounded. `unfinished`: the last word may be the beginning of one.
 */
export function soundQuery({ words }: ParsedName, unfinished = false): string | null {
  const sounded = words.filter((word) => word.code !== '' && !word.code.startsWith('@'));
  if (sounded.length === 0) return null;
  return sounded
    .map((word, at) => {
      const last = unfinished && at === sounded.length - 1;
      const together = [...runTogether(sounded[at - 1], word), ...runTogether(word, sounded[at + 1])];
      return `(${[...new Set([...alternatives(word), ...together])].map((code) => term(code, last)).join(' | ')})`;
    })
    .join(' & ');
}

const spellings: ReadonlyMap<string, readonly string[]> = (() => {
  const all = new Map<string, string[]>();
  for (const [other, first] of canonical) all.set(first, [...(all.get(first) ?? [first]), other]);
  return all;
})();

/** Alone and with the article before it, which Arabic and many Latin spellings write in one. */
function alternatives(word: NameWord): string[] {
  const codes = (spellings.get(word.spelled) ?? [word.spelled]).flatMap((spelled) => [
    soundOf(spelled).consonants,
    soundOf(`${/[a-z]/.test(spelled) ? 'al' : 'ال'}${spelled}`).consonants,
  ]);
  return [...codes, ...codes.flatMap(compounds)].map(searchSound);
}

/** "عبدالرحمن" with its article and without, "نورالدين" likewise. */
function compounds(code: string): string[] {
  const servant = /^Abd(?!l)(..+)$/.exec(code)?.[1];
  const faith = /^(.+[^lA])dn$/.exec(code)?.[1];
  return [...(servant ? [`Abdl${servant}`] : []), ...(faith ? [`${faith}ldn`] : [])];
}

/** "محمد رضا" finds "محمدرضا". */
const runTogether = (word: NameWord | undefined, next: NameWord | undefined): string[] =>
  word && next ? [searchSound(word.code + next.code.replace(/^A/, ''))] : [];

function term(code: string, beginning: boolean): string {
  const quoted = `'${code.replace(/['\\]/g, '$&$&')}'`;
  return beginning && code.replace(/^Al?/, '').length >= shortestBeginning ? `${quoted}:*` : quoted;
}
