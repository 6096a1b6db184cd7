// Which fields differ between two states of one thing; the event of a change names them.
import { isDeepStrictEqual } from 'node:util';

export function changedFields<T extends object>(before: T, after: T): string[] {
  return (Object.keys(after) as (keyof T & string)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
}
