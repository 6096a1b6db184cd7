// Variables along the chain of scopes: the nearest is seen, and a written one lands where it already is or as far out as it may go.
import type { FeelContext } from './expressions.ts';
import type { Scope, Variables } from './instance.ts';
import type { Run } from './run.ts';

export function visibleVariables(run: Run, number: number): Variables {
  const known = run.views.get(number);
  if (known) return known;
  const { parent, variables } = run.scope(number);
  const view = parent === undefined ? variables : { ...visibleVariables(run, parent), ...variables };
  run.views.set(number, view);
  return view;
}

export function contextOf(run: Run, scope: number): FeelContext {
  return { variables: visibleVariables(run, scope), now: run.environment.now, dayAt: run.environment.dayAt };
}

export function writeVariables(run: Run, scope: number, variables: Variables): void {
  const targets = Map.groupBy(Object.entries(variables), ([name]) => targetOf(run, run.scope(scope), name));
  for (const [target, entries] of targets) writeInto(run, target, Object.fromEntries(entries));
}

/** In this scope and no other, hiding one of the same name further out. */
export function writeInto(run: Run, number: number, variables: Variables): void {
  const scope = run.scope(number);
  run.scopes.set(number, { ...scope, variables: { ...scope.variables, ...variables } });
  run.views.clear();
}

function targetOf(run: Run, scope: Scope, name: string): number {
  if (scope.parent === undefined || keepsItsOwn(run, scope) || Object.hasOwn(scope.variables, name))
    return scope.number;
  return targetOf(run, run.scope(scope.parent), name);
}

/** A round whose result is gathered: rounds beside each other must not write over each other. Others write outward, the last wins. */
function keepsItsOwn(run: Run, { round, elementId }: Scope): boolean {
  if (round === undefined) return false;
  const node = run.node(elementId);
  return 'loop' in node && node.loop?.type === 'multi-instance' && node.loop.output !== undefined;
}
