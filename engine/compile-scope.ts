// Compiles where a process or subprocess begins: its one plain start, its starts with a trigger, its event subprocesses.
import { refuse, type Compiling } from './compiling.ts';
import type { FlowNode, ScopeDefinition, StartEvent } from './definition.ts';
import type { GatheredScope } from './gather-elements.ts';

/** `starts`: those of every scope that could be compiled. */
export function compileScope(
  compiling: Compiling,
  scope: GatheredScope,
  scopes: readonly GatheredScope[],
  starts: readonly StartEvent[],
): ScopeDefinition {
  const drawn = scope.nodes.filter((node) => node.$type === 'bpmn:StartEvent');
  const own = startsOf(scope, starts);
  const plain = own.filter(({ trigger }) => trigger.type === 'none');
  const triggered = own.filter(({ trigger }) => trigger.type !== 'none');
  // A start that was refused has said so already.
  if (drawn.length === 0) refuse(compiling, scope.nodes.length === 0 ? 'process-empty' : 'start-missing', scope.id);
  if (plain.length > 1) plain.slice(1).forEach(({ id }) => refuse(compiling, 'start-twice', id));
  if (scope.ofEvent) {
    for (const { id } of plain) refuse(compiling, 'event-subprocess-without-trigger', id);
    for (const { id } of triggered.slice(1)) refuse(compiling, 'start-twice', id);
  } else if (scope.parentId !== undefined) {
    for (const { id } of triggered) refuse(compiling, 'start-trigger-misplaced', id);
  }
  return {
    id: scope.id,
    ...(scope.parentId === undefined ? {} : { parentId: scope.parentId }),
    ...(plain[0] && !scope.ofEvent ? { startId: plain[0].id } : {}),
    triggeredStarts: scope.ofEvent ? [] : triggered.map(({ id }) => id),
    eventSubprocesses: scopes
      .filter((each) => each.ofEvent && each.parentId === scope.id)
      .flatMap((each) => startsOf(each, starts).map(({ id }) => ({ startId: id, scopeId: each.id }))),
  };
}

const startsOf = (scope: GatheredScope, starts: readonly StartEvent[]): readonly StartEvent[] =>
  starts.filter(({ scopeId }) => scopeId === scope.id);

export const isStart = (node: FlowNode): node is StartEvent => node.type === 'start-event';
