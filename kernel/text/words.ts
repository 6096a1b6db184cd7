// Splits normalised text into the words that are searched and compared.

/**
 * The runs of letters, digits and joined accents, in their order, with repeats. Expects the result of `normaliseText`.
 * Identifiers fall apart at the hyphen ("cx-10482" gives "cx", "10482"): they are searched in a column of their own.
 */
export function wordsOf(normalised: string): string[] {
  return normalised.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
