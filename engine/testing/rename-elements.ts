// The same process with other ids for all its elements: what is played by it is what is played by the other, by other names.
import type { Definition, ElementId, FlowNode } from '../definition.ts';
import type { Mapping } from '../migration-targets.ts';

export interface Renamed {
  readonly definition: Definition;
  readonly mapping: Mapping;
}

export function renameElements(definition: Definition, rename: (id: ElementId) => ElementId): Renamed {
  const { nodes, flows, scopes } = definition;
  const all = (ids: readonly ElementId[]) => ids.map(rename);
  const maybe = <Key extends string>(key: Key, id: ElementId | undefined): { [key in Key]?: ElementId } =>
    (id === undefined ? {} : { [key]: rename(id) }) as { [key in Key]?: ElementId };
  const node = (one: FlowNode): FlowNode =>
    ({
      ...one,
      id: rename(one.id),
      scopeId: rename(one.scopeId),
      incoming: all(one.incoming),
      outgoing: all(one.outgoing),
      ...('boundary' in one && { boundary: all(one.boundary) }),
      ...('attachedTo' in one && { attachedTo: rename(one.attachedTo) }),
      ...('defaultFlow' in one && maybe('defaultFlow', one.defaultFlow)),
    }) as FlowNode;
  const byId = <T extends { readonly id: ElementId }>(rows: Iterable<T>) =>
    new Map([...rows].map((row) => [row.id, row]));
  return {
    definition: {
      ...definition,
      processId: rename(definition.processId),
      nodes: byId([...nodes.values()].map(node)),
      flows: byId(
        [...flows.values()].map((flow) => ({
          ...flow,
          id: rename(flow.id),
          from: rename(flow.from),
          to: rename(flow.to),
        })),
      ),
      scopes: byId(
        [...scopes.values()].map((scope) => ({
          ...scope,
          id: rename(scope.id),
          ...maybe('parentId', scope.parentId),
          ...maybe('startId', scope.startId),
          triggeredStarts: all(scope.triggeredStarts),
          eventSubprocesses: scope.eventSubprocesses.map(({ startId, scopeId }) => ({
            startId: rename(startId),
            scopeId: rename(scopeId),
          })),
        })),
      ),
    },
    mapping: Object.fromEntries([...nodes.keys(), ...flows.keys(), ...scopes.keys()].map((id) => [id, rename(id)])),
  };
}
