// Cleans text on its way into the database, so that what is stored holds no invisible surprise.

/**
 * Text for storing and showing: Unicode NFC; bidi control characters and C0/C1 controls removed (a name with an override
 * could turn the rest of a screen round), except tab and newline; every kind of line end becomes "\n"; trimmed. Zero width
 * non-joiner and joiner stay: Persian spelling and emoji need them.
 */
export function cleanText(value: string): string {
  return cleanCharacters(value).trim();
}

/** The same for a part of a text, whose outer spaces belong between it and its neighbours. */
export function cleanCharacters(value: string): string {
  return value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(
      // oxlint-disable-next-line no-control-regex -- removing them is the purpose
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      '',
    )
    .normalize('NFC');
}
