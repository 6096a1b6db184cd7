// What counts as a mail address where mail leaves and arrives: one mailbox, no list, nothing that could break out of a header.

export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u.test(text);
}

/** Two addresses are one mailbox for us when they differ in letter case only. */
export function sameAddress(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one && other) && one!.trim().toLowerCase() === other!.trim().toLowerCase();
}
