// A process drawn in a few words for tests that make up their models: nodes with a kind, and arrows between them.
import type { Definition, ElementId, FlowNode, SequenceFlow } from '../definition.ts';

export type Kind = 'start' | 'end' | 'task' | 'xor' | 'and' | 'or';

export interface Graph {
  readonly nodes: ReadonlyMap<ElementId, Kind>;
  readonly arrows: readonly Arrow[];
}

export interface Arrow {
  readonly id: ElementId;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly condition?: string;
  readonly isDefault?: boolean;
}

export function toDefinition({ nodes, arrows }: Graph): Definition {
  const flows = new Map<ElementId, SequenceFlow>(
    arrows.map(({ id, from, to, condition }) => [id, { id, from, to, ...(condition !== undefined && { condition }) }]),
  );
  const toNode = (id: ElementId, kind: Kind): FlowNode => {
    const incoming = arrows.filter(({ to }) => to === id).map((arrow) => arrow.id);
    const outgoing = arrows.filter(({ from }) => from === id).map((arrow) => arrow.id);
    const defaultFlow = arrows.find(({ from, isDefault }) => from === id && isDefault)?.id;
    const base = { id, scopeId: 'process', incoming, outgoing };
    switch (kind) {
      case 'start':
        return { ...base, type: 'start-event', trigger: { type: 'none' }, interrupting: true };
      case 'end':
        return { ...base, type: 'end-event', result: { type: 'none' } };
      case 'task':
        return { ...base, type: 'user-task', boundary: [], settings: {} };
      case 'xor':
        return { ...base, type: 'exclusive-gateway', defaultFlow };
      case 'and':
        return { ...base, type: 'parallel-gateway' };
      case 'or':
        return { ...base, type: 'inclusive-gateway', defaultFlow };
    }
  };
  const process = { id: 'process', startId: 'start', triggeredStarts: [], eventSubprocesses: [] };
  return {
    processId: 'process',
    name: 'process',
    scopes: new Map([['process', process]]),
    nodes: new Map(nodes.entries().map(([id, kind]) => [id, toNode(id, kind)])),
    flows,
  };
}
