// The state of one running instance: a few small rows that a database can ask, never the definition itself.
import type { ElementId } from './definition.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Variables = Readonly<Record<string, Json>>;

/** Moments are ISO 8601 in UTC with milliseconds, so that they sort as text. */
export type Moment = string;

export interface Instance {
  readonly status: 'running' | 'completed' | 'terminated' | 'failed' | 'cancelled';
  /** Every token, scope, timer and subscription gets the next number: none is ever used again in an instance. */
  readonly nextNumber: number;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly arrivals: readonly Arrival[];
  readonly timers: readonly Timer[];
  readonly subscriptions: readonly Subscription[];
}

/** A living process, subprocess or one round of an activity that repeats; ends with its last token. */
export interface Scope {
  readonly number: number;
  /** The process, the subprocess, or the activity that repeats. */
  readonly elementId: ElementId;
  readonly parent?: number;
  /** The token in the parent that waits for this scope; none for the process, for event subprocesses and for single rounds. */
  readonly token?: number;
  readonly variables: Variables;
  /** How far an activity that repeats has come. */
  readonly rounds?: Rounds;
  /** Of one round of it: the how manieth, from 1. Its parent is the scope with the `rounds`. */
  readonly round?: number;
}

export interface Rounds {
  /** Absent where a condition decides after each. */
  readonly total?: number;
  readonly begun: number;
  readonly done: number;
  /** What each round left behind, in the order of the list; null for those that never came to it. */
  readonly outputs?: readonly Json[];
  /** The list as it was in the beginning, where rounds still to come need it. */
  readonly items?: readonly Json[];
}

/**
 * Where the instance stands. Between two commands every token waits at its element for something from outside or for its scope.
 * A number means one stay at one element: what is sent twice finds no token the second time. Tokens that wait at a join are its arrivals.
 */
export interface Token {
  readonly number: number;
  readonly scope: number;
  readonly elementId: ElementId;
  readonly waitsFor: 'task' | 'service' | 'message' | 'signal' | 'timer' | 'event' | 'call' | 'scope' | 'incident';
  /** Why it cannot go on; a person or a retry resolves it. */
  readonly incident?: Incident;
}

/** `arrive` at an element along a flow, `enter` it, do its `work`, `leave` it. */
export type Step = 'arrive' | 'enter' | 'work' | 'leave';

/** A step that could not be taken, such as a condition that reads a variable of another type. */
export interface Incident {
  readonly code:
    | 'expression-failed'
    | 'no-flow-holds'
    | 'decision-has-no-answer'
    | 'decision-not-unique'
    | 'error-not-caught'
    | 'collection-is-no-list'
    | 'timer-not-understood'
    | 'too-many-steps'
    /** Nothing that is still alive in its scope can bring what the join waits for. */
    | 'join-never-complete';
  readonly params: Readonly<Record<string, string | number>>;
  /** What a retry tries again. */
  readonly step: Step;
  /** Of an arrival: the flow along which it came. */
  readonly flowId?: ElementId;
}

/** How many tokens have come to a join along one flow and wait there; the surplus stays for the next time. */
export interface Arrival {
  readonly scope: number;
  readonly gatewayId: ElementId;
  readonly flowId: ElementId;
  readonly count: number;
}

export interface Timer {
  readonly number: number;
  readonly scope: number;
  /** The start, catch or boundary event. */
  readonly elementId: ElementId;
  /** The token that waits at the event, or at the activity the event is attached to. */
  readonly token?: number;
  readonly dueAt: Moment;
  readonly cycle?: Cycle;
}

/** When a timer that comes again is due next: so many lengths after its beginning, so that months do not wear off. */
export interface Cycle {
  readonly from: Moment;
  readonly length: string;
  readonly workingTime: boolean;
  /** How many lengths after `from` this timer is due. */
  readonly count: number;
  /** How often still after this; absent: for ever. */
  readonly left?: number;
}

export interface Subscription {
  readonly number: number;
  readonly scope: number;
  readonly elementId: ElementId;
  readonly token?: number;
  readonly type: 'message' | 'signal';
  readonly name: string;
  /** What a message must carry to belong here; empty for signals. */
  readonly key: string;
}
