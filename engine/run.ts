// The working set of one command: the instance taken apart so that it can be changed, what is still to be done, and what has come of it.
import type { Definition, ElementId, FlowNode, SequenceFlow } from './definition.ts';
import type { Effect, Environment, Happening } from './effects.ts';
import type { Arrival, Incident, Instance, Scope, Subscription, Timer, Token, Variables } from './instance.ts';

/** Without `waitsFor` it is just being moved; that never lasts beyond the command. */
export type LiveToken = Omit<Token, 'waitsFor'> & { readonly waitsFor?: Token['waitsFor'] };

/** One step still to be taken, oldest first. */
export type Work =
  | { readonly step: 'arrive'; readonly scope: number; readonly elementId: ElementId; readonly flowId?: ElementId }
  | { readonly step: 'enter' | 'work' | 'leave'; readonly token: number };

export class Run {
  readonly definition: Definition;
  readonly environment: Environment;
  status: Instance['status'];
  readonly scopes: Map<number, Scope>;
  readonly tokens: Map<number, LiveToken>;
  readonly timers: Map<number, Timer>;
  readonly subscriptions: Map<number, Subscription>;
  arrivals: Arrival[];
  /** Scopes that lost something, so that they may be at their end. */
  readonly thinned = new Set<number>();
  /** Variables as seen from a scope, until something is written. */
  readonly views = new Map<number, Variables>();
  readonly effects: Effect[] = [];
  readonly happenings: Happening[] = [];
  stepsTaken = 0;
  private nextNumber: number;
  private works: Work[] = [];
  private worksTaken = 0;

  constructor(definition: Definition, instance: Instance | undefined, environment: Environment) {
    this.definition = definition;
    this.environment = environment;
    this.status = instance?.status ?? 'running';
    this.nextNumber = instance?.nextNumber ?? 1;
    this.scopes = byNumber(instance?.scopes);
    this.tokens = byNumber<LiveToken>(instance?.tokens);
    this.timers = byNumber(instance?.timers);
    this.subscriptions = byNumber(instance?.subscriptions);
    this.arrivals = [...(instance?.arrivals ?? [])];
  }

  node(id: ElementId): FlowNode {
    const node = this.definition.nodes.get(id);
    if (!node) throw new Error(`The definition has no element ${id}.`);
    return node;
  }

  flow(id: ElementId): SequenceFlow {
    const flow = this.definition.flows.get(id);
    if (!flow) throw new Error(`The definition has no flow ${id}.`);
    return flow;
  }

  scope(number: number): Scope {
    const scope = this.scopes.get(number);
    if (!scope) throw new Error(`There is no scope ${number}.`);
    return scope;
  }

  takeNumber(): number {
    return this.nextNumber++;
  }

  schedule(work: Work): void {
    this.works.push(work);
  }

  nextWork(): Work | undefined {
    const work = this.works[this.worksTaken];
    if (work) this.worksTaken += 1;
    else {
      this.works = [];
      this.worksTaken = 0;
    }
    return work;
  }

  /** Tokens on their way to an element of this scope come nowhere. Work of tokens ends with the tokens. */
  dropArriving(scope: number): void {
    this.works = this.works.slice(this.worksTaken).filter((work) => work.step !== 'arrive' || work.scope !== scope);
    this.worksTaken = 0;
  }

  place(scope: number, elementId: ElementId): LiveToken {
    const token: LiveToken = { number: this.takeNumber(), scope, elementId };
    this.tokens.set(token.number, token);
    this.happen('entered', token);
    return token;
  }

  wait(token: LiveToken, waitsFor: Token['waitsFor'], incident?: Incident): void {
    const { number, scope, elementId } = token;
    this.tokens.set(number, { number, scope, elementId, waitsFor, ...(incident && { incident }) });
  }

  remove(token: LiveToken): void {
    this.tokens.delete(token.number);
    this.thinned.add(token.scope);
  }

  /** The work at the element is done: what was armed for it ends, and it is left. */
  finish(token: LiveToken): void {
    this.disarm(token.number);
    this.happen('completed', token);
    this.release(token);
    this.schedule({ step: 'leave', token: token.number });
  }

  /** What the host was asked for has had its end: there is nothing to take back any more. */
  release({ number, scope, elementId }: LiveToken): LiveToken {
    const released = { number, scope, elementId };
    this.tokens.set(number, released);
    return released;
  }

  disarm(token: number): void {
    for (const timer of this.timers.values()) if (timer.token === token) this.timers.delete(timer.number);
    for (const each of this.subscriptions.values()) if (each.token === token) this.subscriptions.delete(each.number);
  }

  /** Of an activity that repeats, its rounds are what happens; the token that waits for all of them is not counted once more. */
  happen(type: Happening['type'], { number, scope, elementId }: LiveToken): void {
    const node = this.node(elementId);
    if ('loop' in node && node.loop && this.scope(scope).round === undefined && type !== 'failed') return;
    this.happenings.push({ type, elementId, token: number, scope });
  }

  toInstance(): Instance {
    return {
      status: this.status,
      nextNumber: this.nextNumber,
      scopes: [...this.scopes.values()],
      tokens: Array.from(this.tokens.values(), waiting),
      arrivals: this.arrivals,
      timers: [...this.timers.values()],
      subscriptions: [...this.subscriptions.values()],
    };
  }
}

function byNumber<T extends { readonly number: number }>(rows: readonly T[] = []): Map<number, T> {
  return new Map(rows.map((row) => [row.number, row]));
}

/** A token that waits for nothing would be lost: better no step at all. */
function waiting(token: LiveToken): Token {
  if (!token.waitsFor) throw new Error(`Token ${token.number} at ${token.elementId} waits for nothing.`);
  return token as Token;
}
