// Guesses the encoding of a text file from its first bytes, and says how sure the guess is.
import type { ImportEncoding } from '#contract/imports.ts';

export type EncodingGuess = { encoding: ImportEncoding; confidence: number };

/** `head` is the beginning of the file; a character cut off at its end does no harm. */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', confidence: 1 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', confidence: 1 };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', confidence: 1 };
  const wide = wideGuess(head);
  if (wide) return wide;
  if (head.every((byte) => byte < 0x80)) return { encoding: 'utf-8', confidence: 1 };
  // Text of another encoding is hardly ever lawful UTF-8: two bytes in a row would have to fit by chance, again and again.
  if (isUtf8(head)) return { encoding: 'utf-8', confidence: 0.99 };
  return arabicGuess(head);
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Without a mark: Arabic letters have 06 as their high byte, Latin letters, digits and delimiters have 00. */
function wideGuess(head: Uint8Array): EncodingGuess | null {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 4) return null;
  const high = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) {
    const byte = head[at];
    if (byte === 0 || byte === 6) high[at % 2] = (high[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = high.map((count) => count / pairs);
  if (odd > 0.7 && odd > even * 2) return { encoding: 'utf-16le', confidence: Math.min(0.98, odd) };
  if (even > 0.7 && even > odd * 2) return { encoding: 'utf-16be', confidence: Math.min(0.98, even) };
  return null;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** پ چ ژ گ ک of Persian have places of their own in Windows-1256; ة ى ك and the hamza letters are of Arabic. */
const persianLetters = /[پچژگک]/g;
const arabicLetters = /[ةىكأإؤئ]/g;

/**
 * Whatever is none of the others is taken for Windows-1256; sure only when its letters are Arabic ones that stand together,
 * since Western European text would give single ones between Latin letters.
 */
function arabicGuess(head: Uint8Array): EncodingGuess {
  const text = new TextDecoder('windows-1256').decode(head);
  const letters = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const together = text.match(/\p{Script=Arabic}{2,}/gu)?.join('').length ?? 0;
  const other =
    text.match(/[^\p{ASCII}\p{Script=Arabic}\u060c\u061b\u061f\u200c-\u200f\u2018-\u201d«»]/gu)?.length ?? 0;
  const share = together / Math.max(1, letters + other);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const persian = count(persianLetters) > count(arabicLetters);
  return { encoding: persian ? 'windows-1256-fa' : 'windows-1256', confidence: Math.round(share * 90) / 100 };
}
