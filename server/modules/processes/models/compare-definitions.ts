// What of a process is executed in another way than before: elements that came, went or changed. Pure; where shapes stand is nothing.
import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from '#contract/processes.ts';
import type { Definition } from '#engine/definition.ts';

type Part = { id: string; name: string | null; type: string; rest: Readonly<Record<string, unknown>> };

export function compareDefinitions(
  before: readonly Definition[],
  after: readonly Definition[],
): Pick<Comparison, 'added' | 'removed' | 'changed'> {
  const earlier = partsOf(before);
  const later = partsOf(after);
  const shown = ({ id, name, type }: Part) => ({ id, name, type });
  return {
    added: [...later.values()].filter(({ id }) => !earlier.has(id)).map(shown),
    removed: [...earlier.values()].filter(({ id }) => !later.has(id)).map(shown),
    changed: [...later.values()].flatMap((part) => {
      const was = earlier.get(part.id);
      const fields = was ? changedFields(was.rest, part.rest) : [];
      return fields.length === 0 ? [] : [{ ...shown(part), fields }];
    }),
  };
}

function changedFields(before: Part['rest'], after: Part['rest']): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

/** What a task's settings say is compared one by one: `settings.due`. Which flows come and go is said of the flows themselves. */
function partsOf(definitions: readonly Definition[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { nodes, flows } of definitions) {
    for (const { id, name, type, incoming: _, outgoing: __, ...rest } of nodes.values()) {
      const { settings = {}, ...others } = rest as Record<string, unknown> & { settings?: object };
      const each = Object.entries(settings).map(([key, value]) => [`settings.${key}`, value]);
      parts.set(id, { id, name: name ?? null, type, rest: { name, type, ...others, ...Object.fromEntries(each) } });
    }
    for (const { id, name, ...rest } of flows.values())
      parts.set(id, { id, name: name ?? null, type: 'sequence-flow', rest: { name, ...rest } });
  }
  return parts;
}
