// One executable process, compiled once from a version of its diagram: the graph the engine walks, without XML and never changed.

/** The `id` of an element in the diagram. Positions of tokens, joins and timers are said by it. */
export type ElementId = string;

/** A FEEL expression without its leading `=`, such as `amount > 500 and not(urgent)`. */
export type Feel = string;

export interface Definition {
  readonly processId: ElementId;
  readonly name: string;
  /** The process itself and every subprocess in it, by id. */
  readonly scopes: ReadonlyMap<ElementId, ScopeDefinition>;
  readonly nodes: ReadonlyMap<ElementId, FlowNode>;
  readonly flows: ReadonlyMap<ElementId, SequenceFlow>;
  /** What the customer may expect of the whole, by language, and until when. */
  readonly promise?: { readonly words: Readonly<Record<string, string>>; readonly within?: TimerDefinition };
}

/** The process, an embedded subprocess or an event subprocess: variables and tokens live in one of these. */
export interface ScopeDefinition {
  readonly id: ElementId;
  /** Absent for the process. */
  readonly parentId?: ElementId;
  /** The start without a trigger; an event subprocess has none, its trigger stands in `events` of its parent. */
  readonly startId?: ElementId;
  /** Start events with a trigger: of the process, they begin an instance. */
  readonly triggeredStarts: readonly ElementId[];
  /** Event subprocesses directly inside, by their start event: armed as long as an instance of this scope lives. */
  readonly eventSubprocesses: readonly { readonly startId: ElementId; readonly scopeId: ElementId }[];
}

export interface SequenceFlow {
  readonly id: ElementId;
  readonly name?: string;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly condition?: Feel;
}

interface NodeBase {
  readonly id: ElementId;
  readonly name?: string;
  readonly scopeId: ElementId;
  readonly incoming: readonly ElementId[];
  readonly outgoing: readonly ElementId[];
}

/** What an activity has beside its kind. */
interface ActivityBase extends NodeBase {
  readonly boundary: readonly ElementId[];
  readonly loop?: Loop;
  /** The flow taken when no other condition of this activity's outgoing flows holds. */
  readonly defaultFlow?: ElementId;
}

/** Why an event happens. A timer's and a message's words are FEEL where they begin with `=` in the diagram. */
export type Trigger =
  | { readonly type: 'none' }
  | { readonly type: 'message'; readonly name: string; readonly key?: Feel }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'error'; /** Absent: any error. */ readonly code?: string }
  | { readonly type: 'timer'; readonly timer: TimerDefinition };

/** When a timer is due: at a date, after a length, or again and again after a length. */
export interface TimerDefinition {
  readonly kind: 'date' | 'duration' | 'cycle';
  /** ISO 8601 (`2026-12-01T09:00:00Z`, `P3D`, `R3/PT1H`), or FEEL that gives it. */
  readonly value: { readonly text: string } | { readonly feel: Feel };
  /** Lengths count the hours the working calendar is open, as promises of a service policy do; otherwise they run through. */
  readonly workingTime: boolean;
}

/** What an event does when a token comes to it. */
export type Result =
  | { readonly type: 'none' }
  | { readonly type: 'message'; readonly name: string; readonly key?: Feel; readonly payload?: Feel }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'error'; readonly code: string }
  | { readonly type: 'terminate' };

export interface StartEvent extends NodeBase {
  readonly type: 'start-event';
  readonly trigger: Trigger;
  /** Of an event subprocess: whether it ends everything else in its parent. */
  readonly interrupting: boolean;
}

export interface EndEvent extends NodeBase {
  readonly type: 'end-event';
  readonly result: Result;
}

export interface CatchEvent extends NodeBase {
  readonly type: 'catch-event';
  readonly trigger: Exclude<Trigger, { type: 'none' | 'error' }>;
}

export interface ThrowEvent extends NodeBase {
  readonly type: 'throw-event';
  readonly result: Exclude<Result, { type: 'error' | 'terminate' }>;
}

export interface BoundaryEvent extends NodeBase {
  readonly type: 'boundary-event';
  readonly attachedTo: ElementId;
  readonly interrupting: boolean;
  readonly trigger: Exclude<Trigger, { type: 'none' }>;
}

export interface Gateway extends NodeBase {
  readonly type: 'exclusive-gateway' | 'parallel-gateway' | 'inclusive-gateway' | 'event-gateway';
  readonly defaultFlow?: ElementId;
}

/** A person's work. The engine says that it is there; who may do it is the product's matter. */
export interface UserTask extends ActivityBase {
  readonly type: 'user-task' | 'manual-task';
  readonly settings: TaskSettings;
}

/** Work of the product or of a program: named by `topic`, done by whoever registered for that topic. */
export interface ServiceTask extends ActivityBase {
  readonly type: 'service-task';
  readonly topic: string;
  readonly input?: Feel;
  readonly resultVariable?: string;
  readonly settings: TaskSettings;
}

export interface SendTask extends ActivityBase {
  readonly type: 'send-task';
  readonly message: Extract<Result, { type: 'message' }>;
}

export interface ReceiveTask extends ActivityBase {
  readonly type: 'receive-task';
  readonly message: Extract<Trigger, { type: 'message' }>;
}

export interface ScriptTask extends ActivityBase {
  readonly type: 'script-task';
  readonly script: Feel;
  readonly resultVariable: string;
}

/** A decision table; its rows are asked in their order. */
export interface BusinessRuleTask extends ActivityBase {
  readonly type: 'business-rule-task';
  readonly decision: DecisionTable;
  readonly resultVariable: string;
}

export interface DecisionTable {
  readonly hitPolicy: 'unique' | 'first' | 'collect';
  readonly inputs: readonly { readonly label: string; readonly expression: Feel }[];
  readonly outputs: readonly { readonly label: string; readonly name: string }[];
  /** `when`: a FEEL unary test an input, `-` for any. `then`: a FEEL expression an output. */
  readonly rules: readonly { readonly when: readonly Feel[]; readonly then: readonly Feel[] }[];
}

export interface Subprocess extends ActivityBase {
  readonly type: 'subprocess';
}

export interface CallActivity extends ActivityBase {
  readonly type: 'call-activity';
  /** The process called, by the key of its model: its version in force when the call is made. */
  readonly calledProcess: string;
  readonly input?: Feel;
  readonly resultVariable?: string;
}

export type Activity =
  | UserTask
  | ServiceTask
  | SendTask
  | ReceiveTask
  | ScriptTask
  | BusinessRuleTask
  | Subprocess
  | CallActivity;

export type FlowNode = StartEvent | EndEvent | CatchEvent | ThrowEvent | BoundaryEvent | Gateway | Activity;

/** An activity that happens more than once. */
export type Loop =
  | {
      readonly type: 'multi-instance';
      readonly sequential: boolean;
      /** How often: as many as a list has members, or a number. */
      readonly over: { readonly collection: Feel; readonly elementVariable?: string } | { readonly cardinality: Feel };
      /** Ends the whole before all are done, asked after each. */
      readonly completionCondition?: Feel;
      /** Gathers what each leaves behind, in the order of the list. */
      readonly output?: { readonly collection: string; readonly element: Feel };
    }
  | { readonly type: 'standard'; readonly condition: Feel; readonly testBefore: boolean; readonly maximum?: number };

/** What a modeller says about a step beside its shape; the engine carries it and does not read it. */
export interface TaskSettings {
  /** The unit that owes the work, by its code or by a FEEL expression; from the lane where the step has none of its own. */
  readonly unit?: { readonly code: string } | { readonly feel: Feel };
  readonly position?: string;
  /** The form that is filled in, by its key. */
  readonly form?: string;
  /** The step sheet that tells how, by the key of its document. */
  readonly stepSheet?: string;
  readonly handOff?: HandOffContract;
  readonly authority?: { readonly action: string; readonly amount?: Feel };
  readonly due?: TimerDefinition;
  readonly priority?: Feel;
  /** The objective and the measure this step serves, by their keys. */
  readonly measure?: string;
  /** What the customer reads while the case stands here, by language. */
  readonly customerWords?: Readonly<Record<string, string>>;
}

/** What one unit promises the next when work changes hands. */
export interface HandOffContract {
  readonly handedOver: string;
  readonly acceptance: readonly string[];
  /** The longest wait until the receiver accepts or refuses. */
  readonly longestWait?: TimerDefinition;
}
