// What the host must do after a step, and what happened in it: the first in the same transaction, the second into the event log.
import type { ElementId } from './definition.ts';
import type { Json, Moment, Variables } from './instance.ts';

export type Effect =
  /** A person's task is there (`user-task`, `manual-task`), or is not wanted any more. */
  | { readonly type: 'open-task'; readonly token: number; readonly elementId: ElementId; readonly variables: Variables }
  | { readonly type: 'withdraw-task'; readonly token: number; readonly elementId: ElementId }
  | {
      readonly type: 'call-service';
      readonly token: number;
      readonly elementId: ElementId;
      readonly topic: string;
      readonly input: Json;
    }
  | { readonly type: 'withdraw-service'; readonly token: number; readonly elementId: ElementId }
  | {
      readonly type: 'call-process';
      readonly token: number;
      readonly elementId: ElementId;
      readonly calledProcess: string;
      readonly input: Json;
    }
  | { readonly type: 'cancel-called'; readonly token: number; readonly elementId: ElementId }
  | {
      readonly type: 'send-message';
      readonly elementId: ElementId;
      readonly name: string;
      readonly key: string;
      readonly payload: Json;
    }
  /** To every instance of the organisation that waits for it, and to processes that start with it. */
  | { readonly type: 'broadcast-signal'; readonly elementId: ElementId; readonly name: string }
  | { readonly type: 'raise-incident'; readonly token: number; readonly elementId: ElementId }
  | {
      readonly type: 'end-instance';
      readonly status: 'completed' | 'terminated' | 'failed' | 'cancelled';
      readonly variables: Variables;
      readonly errorCode?: string;
    };

/** One line of what happened, in order: the log that is mined and drawn on the diagram. */
export interface Happening {
  readonly type: 'entered' | 'completed' | 'cancelled' | 'flow-taken' | 'fired' | 'failed';
  readonly elementId: ElementId;
  readonly token?: number;
  readonly scope: number;
}

/** What the engine asks of its host; everything else about a step is in the command and the state. */
export interface Environment {
  readonly now: Moment;
  /** The moment a length of working time ends, by the calendar of the process; for lengths that run through the engine reckons itself. */
  readonly afterWorkingTime: (from: Moment, isoDuration: string) => Moment;
  /** The day that it is at a moment where the organisation is, "YYYY-MM-DD": in Tehran the next one from 20:30 UTC on. */
  readonly dayAt: (moment: Moment) => string;
  /** When clocks there show this, "YYYY-MM-DD" and "HH:MM" or with seconds. */
  readonly momentOf: (day: string, time: string) => Moment;
}
