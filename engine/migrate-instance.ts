// Moves a running instance to another version of its process: what stands keeps its number and waits on, what is new is armed, joins are asked anew.
import { advance } from './advance.ts';
import type { BoundaryEvent, Definition, ElementId, StartEvent, Trigger } from './definition.ts';
import type { Environment } from './effects.ts';
import { interrupts } from './elements/event-subprocess.ts';
import { EngineError } from './engine-error.ts';
import type { Outcome } from './execute.ts';
import { evaluateText } from './expressions.ts';
import type { Instance, Subscription, Token } from './instance.ts';
import { fireParallelJoin } from './joins.ts';
import { eventsBehind, kindOf, targetOf, triggerOf, type Mapping } from './migration-targets.ts';
import { planMigration, type MigrationFault, type MigrationPlan, type Move } from './plan-migration.ts';
import { Run } from './run.ts';
import { StepFailed } from './step-failed.ts';
import { contextOf } from './variables.ts';
import { arm } from './waits.ts';

export interface Migrated {
  readonly plan: MigrationPlan;
  /** The instance in the version after; null where the plan has faults: then nothing has moved. */
  readonly outcome: Outcome | null;
}

/** Pure, as `execute` is. A plan without its outcome being kept is a dry run. */
export function migrateInstance(
  from: Definition,
  to: Definition,
  mapping: Mapping,
  instance: Instance,
  environment: Environment,
): Migrated {
  if (instance.status !== 'running') throw new EngineError('instance-ended', { status: instance.status });
  const plan = planMigration(from, to, mapping, instance);
  if (plan.faults.length > 0) return { plan, outcome: null };
  const run = new Run(to, moved(instance, plan), environment);
  const faults = new Rewiring(run, from, mapping, instance).faults();
  if (faults.length > 0) return { plan: { ...plan, faults }, outcome: null };
  // What has come to a join may be all that it waits for by now, or nothing may come any more.
  while (fireParallelJoin(run));
  for (const { scope } of run.arrivals) run.thinned.add(scope);
  advance(run);
  return { plan, outcome: { instance: run.toInstance(), effects: run.effects, happenings: run.happenings } };
}

/** The same rows by their new names; a number means the same stay as before. */
function moved(instance: Instance, plan: MigrationPlan): Instance {
  const renamed = <Row extends { readonly number: number }>(rows: readonly Row[], moves: readonly Move[]): Row[] => {
    const targets = new Map(moves.map(({ number, to }) => [number, to]));
    return rows.flatMap((row) => {
      const elementId = targets.get(row.number);
      return elementId ? [{ ...row, elementId }] : [];
    });
  };
  const flows = new Map(plan.tokens.map(({ number, flowTo }) => [number, flowTo]));
  return {
    ...instance,
    scopes: renamed(instance.scopes, plan.scopes),
    tokens: renamed(instance.tokens, plan.tokens).map((token): Token => {
      if (token.incident?.flowId === undefined) return token;
      const { flowId: _, ...incident } = token.incident;
      const flowId = flows.get(token.number);
      return { ...token, incident: { ...incident, ...(flowId !== undefined && { flowId }) } };
    }),
    arrivals: instance.arrivals.map(({ scope, count }, at) => ({
      scope,
      gatewayId: plan.arrivals[at]!.gatewayTo!,
      flowId: plan.arrivals[at]!.to!,
      count,
    })),
    timers: renamed(instance.timers, plan.timers),
    subscriptions: renamed(instance.subscriptions, plan.subscriptions),
  };
}

/** What is waited for by the version after: messages by their new names, and events that were not there before. */
class Rewiring {
  private readonly run: Run;
  private readonly from: Definition;
  private readonly mapping: Mapping;
  private readonly before: Instance;
  private readonly found: MigrationFault[] = [];

  constructor(run: Run, from: Definition, mapping: Mapping, before: Instance) {
    this.run = run;
    this.from = from;
    this.mapping = mapping;
    this.before = before;
  }

  faults(): MigrationFault[] {
    for (const one of this.before.subscriptions) this.attempt(one.elementId, () => this.subscribeAgain(one));
    for (const token of this.before.tokens) this.armAtToken(token);
    for (const scope of this.before.scopes)
      if (!scope.rounds && scope.round === undefined) this.armInScope(scope.number, scope.elementId);
    return this.found;
  }

  private attempt(elementId: ElementId, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      this.found.push({ code: 'not-understood', elementId });
    }
  }

  /** Under a new number where it waits for another name or key: whoever looks for the message looks again. */
  private subscribeAgain({ number, elementId }: Subscription): void {
    const now = this.run.subscriptions.get(number);
    const is = now && triggerOf(this.run.node(now.elementId));
    if (!now || !is || !('name' in is)) return;
    const [keyWas, keyIs] = [keyOf(triggerOf(this.from.nodes.get(elementId))), keyOf(is)];
    const key =
      keyWas === keyIs ? now.key : keyIs === undefined ? '' : evaluateText(keyIs, contextOf(this.run, now.scope));
    if (is.name === now.name && key === now.key) return;
    this.run.subscriptions.delete(number);
    const again = { ...now, number: this.run.takeNumber(), name: is.name, key };
    this.run.subscriptions.set(again.number, again);
  }

  private armAtToken(before: Token): void {
    const { number, scope, waitsFor, incident } = before;
    const node = this.run.node(this.run.tokens.get(number)!.elementId);
    if (waitsFor === 'event')
      this.armNew(eventsBehind(this.from, before.elementId), eventsBehind(this.run.definition, node.id), scope, number);
    // Events at the edge are there from when it was entered until it is left; rounds have none of their own.
    const works = !incident || incident.step === 'work';
    const was = this.from.nodes.get(before.elementId);
    if ('boundary' in node && was && 'boundary' in was && works && this.run.scope(scope).round === undefined)
      this.armNew(was.boundary, node.boundary, scope, number);
  }

  /** A scope that an event subprocess has interrupted listens to nothing any more. */
  private armInScope(number: number, elementId: ElementId): void {
    const events = this.from.scopes.get(elementId)?.eventSubprocesses ?? [];
    const interrupted = this.before.scopes.some(({ parent, elementId: inside }) => {
      const start = parent === number ? events.find(({ scopeId }) => scopeId === inside)?.startId : undefined;
      return start !== undefined && interrupts(this.from.nodes.get(start) as StartEvent);
    });
    if (interrupted) return;
    const target = this.run.scope(number).elementId;
    this.armNew(
      events.map(({ startId }) => startId),
      (this.run.definition.scopes.get(target)?.eventSubprocesses ?? []).map(({ startId }) => startId),
      number,
    );
  }

  /** Those that no event of the version before stands for: one that stood there and has happened does not happen again. */
  private armNew(before: readonly ElementId[], after: readonly ElementId[], scope: number, token?: number): void {
    const { definition } = this.run;
    const known = new Set(
      before.flatMap((id) => {
        const target = targetOf(this.from, definition, this.mapping, id);
        return target && kindOf(this.from, id) === kindOf(definition, target) ? [target] : [];
      }),
    );
    for (const id of after) {
      if (known.has(id)) continue;
      const trigger = triggerOf(this.run.node(id)) as BoundaryEvent['trigger'] | undefined;
      if (trigger) this.attempt(id, () => arm(this.run, id, trigger, scope, token));
    }
  }
}

const keyOf = (trigger: Trigger | undefined) => (trigger?.type === 'message' ? trigger.key : undefined);
