// Turns the bytes of a file into text, piece by piece, in one of the encodings that imports know.
import type { ImportEncoding } from '#contract/imports.ts';

/** Bytes that are no character of the encoding become U+FFFD: the row that holds one is refused later, the rest is read. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: ImportEncoding,
): AsyncGenerator<string, void, undefined> {
  const persian = encoding === 'windows-1256-fa';
  // A byte order mark is taken off by the decoder.
  const decoder = new TextDecoder(persian ? 'windows-1256' : encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    yield persian ? inPersianLetters(text) : text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Windows-1256 has no Persian yeh, and most programs wrote the Arabic kaf for the Persian one. */
export function inPersianLetters(text: string): string {
  return text.replace(/[يىك]/g, (letter) => (letter === 'ك' ? 'ک' : 'ی'));
}
