// An ISO day that exists, told from a text that only looks like one.

/** The same text, or null: there is no 30 February. */
export function existingDay(text: string): string | null {
  if (!/^(?:1[3-9]|2\d)\d\d-\d\d-\d\d$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}
