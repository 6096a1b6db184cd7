// Which variables are seen from a scope, and which scope is the process: along the chain of scopes, the nearest first. Pure.
import type { Scope, Variables } from '#engine/instance.ts';

type Chain = readonly Pick<Scope, 'number' | 'parent' | 'variables'>[];

export function visibleVariables(scopes: Chain, number: number): Variables {
  const { parent, variables } = scopeOf(scopes, number);
  return parent === undefined ? variables : { ...visibleVariables(scopes, parent), ...variables };
}

export function processScope(scopes: Chain, number: number): number {
  const { parent } = scopeOf(scopes, number);
  return parent === undefined ? number : processScope(scopes, parent);
}

const scopeOf = (scopes: Chain, number: number) => scopes.find((one) => one.number === number)!;
