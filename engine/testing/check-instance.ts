// What holds for every instance between two commands: nothing is lost, nothing is left over, nothing points nowhere.
import { expect } from 'vitest';
import type { Definition } from '../definition.ts';
import type { Instance } from '../instance.ts';

export function checkInstance(definition: Definition, instance: Instance): void {
  const { scopes, tokens, arrivals, timers, subscriptions, nextNumber } = instance;
  expect(JSON.parse(JSON.stringify(instance)), 'the state is plain JSON').toEqual(instance);
  const numbers = [scopes, tokens, timers, subscriptions].flatMap((rows) => rows.map(({ number }) => number));
  expect(new Set(numbers).size, 'no number is used twice').toBe(numbers.length);
  expect(numbers.every((number) => number < nextNumber)).toBe(true);
  if (instance.status !== 'running') {
    expect({ scopes, tokens, arrivals, timers, subscriptions }, 'an ended instance has nothing left').toEqual({
      scopes: [],
      tokens: [],
      arrivals: [],
      timers: [],
      subscriptions: [],
    });
    return;
  }
  expect(tokens.length, 'a running instance stands somewhere').toBeGreaterThan(0);
  const scopeNumbers = new Set(scopes.map(({ number }) => number));
  const tokenNumbers = new Set(tokens.map(({ number }) => number));
  for (const { parent, token } of scopes) {
    if (parent !== undefined) expect(scopeNumbers).toContain(parent);
    if (token !== undefined) expect(tokenNumbers).toContain(token);
  }
  for (const row of [...tokens, ...timers, ...subscriptions]) {
    expect(scopeNumbers, 'everything lies in a living scope').toContain(row.scope);
    expect(definition.nodes.has(row.elementId)).toBe(true);
  }
  for (const { token } of [...timers, ...subscriptions]) if (token !== undefined) expect(tokenNumbers).toContain(token);
  for (const { scope, count, flowId, gatewayId } of arrivals) {
    expect(scopeNumbers).toContain(scope);
    expect(count).toBeGreaterThan(0);
    expect(definition.flows.get(flowId)?.to).toBe(gatewayId);
  }
  for (const { number, waitsFor, incident } of tokens) {
    expect(incident !== undefined).toBe(waitsFor === 'incident');
    if (waitsFor === 'scope') expect(scopes.some(({ token }) => token === number)).toBe(true);
    if (waitsFor === 'timer') expect(timers.some(({ token }) => token === number)).toBe(true);
    if (waitsFor === 'message' || waitsFor === 'signal')
      expect(subscriptions.some(({ token }) => token === number)).toBe(true);
  }
  for (const { number } of scopes)
    expect(
      [...tokens, ...arrivals].some(({ scope }) => scope === number) || scopes.some(({ parent }) => parent === number),
      'every scope has something in it',
    ).toBe(true);
}
