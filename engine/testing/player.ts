// Plays a process in tests as a host would, killed and recovered between every two commands: its state goes through JSON each time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Command } from '../commands.ts';
import { compile } from '../compile.ts';
import type { Definition, ElementId } from '../definition.ts';
import type { Effect, Environment, Happening } from '../effects.ts';
import { execute, type Outcome } from '../execute.ts';
import type { Instance, Moment, Token, Variables } from '../instance.ts';
import { checkInstance } from './check-instance.ts';

const scenarios = join(import.meta.dirname, '..', 'scenarios');

export async function compileScenario(name: string): Promise<Definition> {
  const { definitions, faults } = await compile(readFileSync(join(scenarios, `${name}.bpmn`), 'utf8'));
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return definitions[0]!;
}

/** A process of a diagram in `engine/scenarios`, started. */
export async function play(name: string, variables: Variables = {}, startId?: ElementId): Promise<Player> {
  const player = new Player(await compileScenario(name));
  player.send({ type: 'start', variables, ...(startId && { startId }) });
  return player;
}

export class Player {
  readonly definition: Definition;
  now: Moment = '2026-11-29T08:00:00.000Z';
  readonly effects: Effect[] = [];
  readonly happenings: Happening[] = [];
  /** What the host was asked for and has not given: by token, the element. */
  readonly asked = new Map<number, ElementId>();
  private state: Instance | undefined;

  constructor(definition: Definition) {
    this.definition = definition;
  }

  get instance(): Instance {
    return this.state!;
  }

  get status(): Instance['status'] {
    return this.instance.status;
  }

  /** Where it stands: the elements of all tokens that wait for something from outside, and of joins with their count. */
  get stands(): string[] {
    const tokens = this.instance.tokens
      .filter(({ waitsFor }) => waitsFor !== 'scope')
      .map(({ elementId, incident }) => (incident ? `${elementId}: ${incident.code}` : elementId));
    const arrivals = this.instance.arrivals.map(({ flowId, count }) => (count > 1 ? `${flowId} ×${count}` : flowId));
    return [...tokens, ...arrivals].sort();
  }

  /** Elements in the order in which they were completed. */
  get completed(): string[] {
    return this.happenings.filter(({ type }) => type === 'completed').map(({ elementId }) => elementId);
  }

  /** What the scope of the process holds, or held at its end. */
  get variables(): Variables {
    const ended = this.effects.findLast((effect) => effect.type === 'end-instance');
    return ended?.variables ?? this.instance.scopes.find(({ parent }) => parent === undefined)!.variables;
  }

  effectsOf<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
  }

  send(command: Command): Outcome {
    const environment: Environment = { now: this.now, afterWorkingTime, ...inUtc };
    const before = JSON.stringify(this.state);
    const outcome = execute(this.definition, frozen(this.state), command, environment);
    expect(JSON.stringify(this.state), 'the state given is not changed').toBe(before);
    expect(execute(this.definition, frozen(this.state), command, environment), 'the same again').toEqual(outcome);
    checkInstance(this.definition, outcome.instance);
    // Killed and recovered: nothing but this text is left.
    this.state = JSON.parse(JSON.stringify(outcome.instance)) as Instance;
    this.effects.push(...outcome.effects);
    this.happenings.push(...outcome.happenings);
    if ('token' in command) this.asked.delete(command.token);
    this.keepAccounts(outcome.effects);
    return outcome;
  }

  complete(elementId: ElementId, variables: Variables = {}): void {
    this.send({ type: 'complete', token: this.tokenAt(elementId).number, variables });
  }

  throwError(elementId: ElementId, code: string, variables: Variables = {}): void {
    this.send({ type: 'throw-error', token: this.tokenAt(elementId).number, code, variables });
  }

  deliver(elementId: ElementId, variables: Variables = {}): void {
    const found = this.instance.subscriptions.find((each) => each.elementId === elementId);
    expect(found, `a subscription of ${elementId}`).toBeDefined();
    this.send({ type: 'deliver', subscription: found!.number, variables });
  }

  retry(elementId: ElementId): void {
    this.send({ type: 'retry', token: this.tokenAt(elementId).number });
  }

  /** Time goes on until then; timers fire when they are due. */
  waitUntil(moment: Moment): void {
    for (;;) {
      const [timer] = this.instance.timers
        .filter(({ dueAt }) => dueAt <= moment)
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      if (!timer) break;
      this.now = timer.dueAt;
      this.send({ type: 'fire-timer', timer: timer.number });
    }
    this.now = moment;
  }

  /** The oldest token there that does not wait for what is inside it. */
  tokenAt(elementId: ElementId): Token {
    const token = this.instance.tokens.find((each) => each.elementId === elementId && each.waitsFor !== 'scope');
    expect(token, `a token at ${elementId}, not only at ${this.stands.join(', ')}`).toBeDefined();
    return token!;
  }

  /** The host's list of work is at all times what the tokens wait for. */
  private keepAccounts(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'open-task' || effect.type === 'call-service' || effect.type === 'call-process')
        this.asked.set(effect.token, effect.elementId);
      if (effect.type === 'withdraw-task' || effect.type === 'withdraw-service' || effect.type === 'cancel-called') {
        expect(this.asked.get(effect.token), 'only what was asked for is taken back').toBe(effect.elementId);
        this.asked.delete(effect.token);
      }
    }
    const waiting = this.instance.tokens.filter(({ waitsFor }) => ['task', 'service', 'call'].includes(waitsFor));
    expect(new Map(waiting.map(({ number, elementId }) => [number, elementId]))).toEqual(this.asked);
  }
}

/** An office whose clocks show UTC. */
export const inUtc: Pick<Environment, 'dayAt' | 'momentOf'> = {
  dayAt: (moment) => moment.slice(0, 10),
  momentOf: (day, time) => new Date(`${day}T${time}Z`).toISOString(),
};

/** A calendar open every other day: so many hours of working time take twice as long. */
export function afterWorkingTime(from: Moment, length: string): Moment {
  const hours = /^PT(\d+)H$/.exec(length)?.[1];
  if (hours === undefined) throw new Error('hours only');
  return new Date(Date.parse(from) + Number(hours) * 2 * 3_600_000).toISOString();
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
