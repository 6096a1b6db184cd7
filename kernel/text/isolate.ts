// Keeps an inserted value from disturbing the reading order of the plain string around it (titles, mail subjects, SMS, labels).

/** For a value of unknown direction (a name, a subject): first strong isolate … pop. In HTML use `<bdi>` instead. */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`;
}

/** For a value that always reads left to right (case number, phone, e-mail, URL): left-to-right isolate … pop. */
export function isolateLtr(value: string): string {
  return `\u2066${value}\u2069`;
}
