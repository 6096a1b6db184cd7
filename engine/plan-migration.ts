// Plans what becomes of an instance in another version: every scope, token, arrival, timer and subscription, and what keeps it from moving.
import type { Definition, ElementId } from './definition.ts';
import type { Incident, Instance, Scope, Token } from './instance.ts';
import { eventsBehind, isThere, kindOf, loopOf, placeOf, targetOf, workOf, type Mapping } from './migration-targets.ts';

export interface MigrationFault {
  readonly code:
    /** The version after has nothing that stands for it. */
    | 'unmapped'
    /** The mapping names something that is not there. */
    | 'target-unknown'
    /** It waits for something else. */
    | 'other-kind'
    /** It lies in another subprocess. */
    | 'other-place'
    /** It repeats, or repeats in another way. */
    | 'other-loop'
    /** The service or process asked for is another. */
    | 'other-work'
    /** The event is at the edge of another step, or behind another gateway. */
    | 'not-attached'
    /** Two that are told apart would become one. */
    | 'two-onto-one'
    /** What is armed anew cannot be reckoned from the variables. */
    | 'not-understood';
  readonly elementId: ElementId;
  readonly to?: ElementId;
}

/** `to` null: it is taken away, or where there is a fault, it stays. */
export interface Move {
  readonly number: number;
  readonly from: ElementId;
  readonly to: ElementId | null;
}

export interface ArrivalMove {
  readonly scope: number;
  readonly from: ElementId;
  readonly to: ElementId | null;
  readonly gatewayTo: ElementId | null;
  readonly count: number;
}

export interface MigrationPlan {
  readonly scopes: readonly Move[];
  /** `flowTo`: of a token that could not arrive, the flow along which it comes when that is tried again. */
  readonly tokens: readonly (Move & { readonly flowTo?: ElementId })[];
  readonly arrivals: readonly ArrivalMove[];
  readonly timers: readonly Move[];
  readonly subscriptions: readonly Move[];
  readonly faults: readonly MigrationFault[];
}

export function planMigration(from: Definition, to: Definition, mapping: Mapping, instance: Instance): MigrationPlan {
  return new Planner(from, to, mapping, instance).plan();
}

class Planner {
  private readonly from: Definition;
  private readonly to: Definition;
  private readonly mapping: Mapping;
  private readonly instance: Instance;
  private readonly scopes: ReadonlyMap<number, Scope>;
  private readonly tokens: ReadonlyMap<number, Token>;
  private readonly faults = new Map<string, MigrationFault>();

  constructor(from: Definition, to: Definition, mapping: Mapping, instance: Instance) {
    this.from = from;
    this.to = to;
    this.mapping = mapping;
    this.instance = instance;
    this.scopes = new Map(instance.scopes.map((scope) => [scope.number, scope]));
    this.tokens = new Map(instance.tokens.map((token) => [token.number, token]));
  }

  plan(): MigrationPlan {
    const { scopes, tokens, timers, subscriptions } = this.instance;
    return {
      scopes: scopes.map((scope) => ({ number: scope.number, from: scope.elementId, to: this.scope(scope) })),
      tokens: tokens.map((token) => this.token(token)),
      arrivals: this.arrivals(),
      timers: this.armed(timers),
      subscriptions: this.armed(subscriptions),
      faults: [...this.faults.values()],
    };
  }

  private fault(code: MigrationFault['code'], elementId: ElementId, to?: ElementId): null {
    this.faults.set(`${code} ${elementId}`, { code, elementId, ...(to !== undefined && { to }) });
    return null;
  }

  /** There, and of the same kind; null with a fault otherwise. */
  private counterpart(id: ElementId): ElementId | null {
    const target = targetOf(this.from, this.to, this.mapping, id);
    if (target === undefined || target === null) return this.fault('unmapped', id);
    if (!isThere(this.to, target)) return this.fault('target-unknown', id, target);
    return kindOf(this.from, id) === kindOf(this.to, target) ? target : this.fault('other-kind', id, target);
  }

  /** The process or subprocess in whose diagram the elements of a living scope lie; rounds lie where their activity does. */
  private placeIn(number: number): ElementId | undefined {
    const scope = this.scopes.get(number)!;
    if (scope.rounds || scope.round !== undefined) return this.placeIn(scope.parent!);
    return targetOf(this.from, this.to, this.mapping, scope.elementId) ?? undefined;
  }

  private inPlace(id: ElementId, target: ElementId, scope: number | undefined): ElementId | null {
    if (scope === undefined) return target;
    const place = this.placeIn(scope);
    return place === undefined || placeOf(this.to, target) === place ? target : this.fault('other-place', id, target);
  }

  private scope(scope: Scope): ElementId | null {
    const { elementId, parent, rounds, round } = scope;
    const target = this.counterpart(elementId);
    if (target === null) return null;
    if (rounds || round !== undefined) {
      const same = loopOf(this.from.nodes.get(elementId)) === loopOf(this.to.nodes.get(target));
      return same ? this.inPlace(elementId, target, parent) : this.fault('other-loop', elementId, target);
    }
    return this.inPlace(elementId, target, parent);
  }

  private token({ number, scope, elementId, incident, waitsFor }: Token): MigrationPlan['tokens'][number] {
    const move = (to: ElementId | null) => ({ number, from: elementId, to });
    const found = this.counterpart(elementId);
    const target = found === null ? null : this.inPlace(elementId, found, scope);
    if (target === null) return move(null);
    const [node, after] = [this.from.nodes.get(elementId), this.to.nodes.get(target)];
    // Rounds are held by their scope; what failed begins anew, by what the version after says.
    if (!incident && this.scopes.get(scope)!.round === undefined && loopOf(node) !== loopOf(after))
      return move(this.fault('other-loop', elementId, target));
    if ((waitsFor === 'service' || waitsFor === 'call') && workOf(node) !== workOf(after))
      return move(this.fault('other-work', elementId, target));
    const flowTo = incident ? this.flowOfIncident(incident, target) : undefined;
    return { ...move(target), ...(flowTo !== undefined && { flowTo }) };
  }

  private flowOfIncident({ flowId }: Incident, target: ElementId): ElementId | undefined {
    return flowId === undefined ? undefined : (this.flow(flowId, target) ?? undefined);
  }

  /** The one named, the one of the same id, or the only one that comes from what stands for its beginning. */
  private flow(id: ElementId, target: ElementId): ElementId | null {
    const named = targetOf(this.from, this.to, this.mapping, id);
    const incoming = this.to.nodes.get(target)?.incoming ?? [];
    if (named !== undefined && named !== null && incoming.includes(named)) return named;
    if (Object.hasOwn(this.mapping, id)) return this.fault('not-attached', id, named ?? undefined);
    const origin = targetOf(this.from, this.to, this.mapping, this.from.flows.get(id)!.from);
    const [only, ...others] = incoming.filter((each) => this.to.flows.get(each)!.from === origin);
    return only !== undefined && others.length === 0 ? only : this.fault('unmapped', id);
  }

  private arrivals(): ArrivalMove[] {
    const taken = new Set<string>();
    return this.instance.arrivals.map(({ scope, gatewayId, flowId, count }) => {
      const found = this.counterpart(gatewayId);
      const gatewayTo = found === null ? null : this.inPlace(gatewayId, found, scope);
      const flow = gatewayTo === null ? null : this.flow(flowId, gatewayTo);
      const to = flow !== null && taken.has(`${scope} ${flow}`) ? this.fault('two-onto-one', flowId, flow) : flow;
      if (to !== null) taken.add(`${scope} ${to}`);
      return { scope, from: flowId, to, gatewayTo, count };
    });
  }

  /** Timers and subscriptions. */
  private armed(rows: readonly { number: number; scope: number; elementId: ElementId; token?: number }[]): Move[] {
    const taken = new Set<string>();
    return rows.map((row) => {
      const { number, elementId, scope, token: at } = row;
      const token = at === undefined ? undefined : this.tokens.get(at);
      const move = (to: ElementId | null): Move => ({ number, from: elementId, to });
      const own = token?.elementId === elementId;
      // An event that a token stands at goes with the token, whose own move says what is wrong.
      if (!own && targetOf(this.from, this.to, this.mapping, elementId) === null) return move(null);
      const target = this.counterpart(elementId);
      if (target === null || own) return move(target);
      const place = `${scope} ${at ?? ''} ${target}`;
      if (taken.has(place)) return move(this.fault('two-onto-one', elementId, target));
      taken.add(place);
      return move(token ? this.beside(elementId, target, token) : this.startIn(elementId, target, scope));
    });
  }

  /** At the edge of the step where its token stands, or behind the gateway. */
  private beside(elementId: ElementId, target: ElementId, token: Token): ElementId | null {
    const stands = targetOf(this.from, this.to, this.mapping, token.elementId);
    if (stands === undefined || stands === null) return null;
    const node = this.to.nodes.get(target);
    const fits =
      node?.type === 'boundary-event' ? node.attachedTo === stands : eventsBehind(this.to, stands).includes(target);
    return fits ? target : this.fault('not-attached', elementId, target);
  }

  /** The start of an event subprocess directly inside what its scope becomes. */
  private startIn(elementId: ElementId, target: ElementId, scope: number): ElementId | null {
    const place = this.placeIn(scope);
    const inside = this.to.scopes.get(place ?? '')?.eventSubprocesses.some(({ startId }) => startId === target);
    return place === undefined || inside ? target : this.fault('other-place', elementId, target);
  }
}
