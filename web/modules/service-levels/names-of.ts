// What the exceptions and closures of a calendar are called, by id.
import type { LocaleText } from '#contract/common.ts';

type Named = { id: string; name: LocaleText };

export function namesOf(calendar: {
  exceptions: readonly Named[];
  closures: readonly Named[];
}): ReadonlyMap<string, LocaleText> {
  return new Map([...calendar.exceptions, ...calendar.closures].map(({ id, name }) => [id, name]));
}
