// What may come from outside at any moment, made up: values, and a command that fits where the instance stands.
import fc from 'fast-check';
import type { Command } from '../commands.ts';
import type { Instance, Json, Variables } from '../instance.ts';

const value: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  true,
  false,
  null,
  0,
  2,
  600,
  'small',
  'great',
  'no',
  ['a', 'b'],
  [],
  { kind: 'gold' },
);
const names = ['a', 'b', 'agreed', 'again', 'more', 'amount', 'kind', 'bad', 'answer', 'people', 'files', 'copies'];
export const anyVariables: fc.Arbitrary<Variables> = fc.dictionary(
  fc.constantFrom(...names, 'good', 'count', 'caseId', 'customer', 'visit', 'mark', 'loud'),
  value,
  { maxKeys: 5, noNullPrototype: true },
);
export const anyHappening = fc.record({
  what: fc.nat({ max: 1000 }),
  variables: anyVariables,
  kind: fc.nat({ max: 40 }),
});

/** Something that could come from outside now. */
export function anything(
  instance: Instance,
  { what, variables: given, kind }: { what: number; variables: Variables; kind: number },
): Command {
  const pick = <T>(rows: readonly T[]): T => rows[what % rows.length]!;
  const { tokens, timers, subscriptions, scopes } = instance;
  const asked = tokens.filter(({ waitsFor }) => ['task', 'service', 'call'].includes(waitsFor));
  const stuck = tokens.filter(({ incident }) => incident);
  if (kind === 0) return { type: 'cancel' };
  if (kind < 4) return { type: 'set-variables', scope: pick(scopes).number, variables: given };
  if (kind < 10 && stuck.length > 0) return { type: 'retry', token: pick(stuck).number };
  if (kind < 16 && timers.length > 0) return { type: 'fire-timer', timer: pick(timers).number };
  if (kind < 22 && subscriptions.length > 0)
    return { type: 'deliver', subscription: pick(subscriptions).number, variables: given };
  if (asked.length === 0) return { type: 'set-variables', scope: pick(scopes).number, variables: given };
  const { number: token } = pick(asked);
  return kind < 26
    ? { type: 'throw-error', token, code: what % 2 ? 'refused' : 'broken', variables: given }
    : { type: 'complete', token, variables: given };
}
