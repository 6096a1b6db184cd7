// A simple process as a list of steps, for people who do not draw.
import type { Feel } from './definition.ts';

export interface ListedProcess {
  /** The id of the process in the diagram: a letter first, then letters, digits, `-` and `_`. */
  readonly id: string;
  readonly name: string;
  readonly steps: readonly ListedItem[];
  /** What lanes are called, by the code of their unit; the code itself where there is no name. */
  readonly unitNames?: Readonly<Record<string, string>>;
}

export type ListedItem = ListedStep | ListedDecision | ListedGroup;

export interface ListedStep {
  readonly type: 'step';
  /** Kept when the list is changed, so that two versions can be compared and cases moved; otherwise by the place in the list. */
  readonly id?: string;
  readonly name: string;
  /** The code of the unit whose work it is. */
  readonly unit: string;
  readonly form?: string;
}

/** One of two ways: the first if its condition holds, the second otherwise. */
export interface ListedDecision {
  readonly type: 'decision';
  readonly id?: string;
  /** The question. */
  readonly name: string;
  readonly condition: Feel;
  readonly yes: ListedWay;
  readonly no: ListedWay;
}

export interface ListedWay {
  /** The answer that leads here. */
  readonly name: string;
  readonly steps: readonly ListedItem[];
  /** The process ends here instead of going on behind the decision. */
  readonly ends?: boolean;
}

/** Rows of steps that go on side by side; what follows waits for all of them. */
export interface ListedGroup {
  readonly type: 'parallel';
  readonly id?: string;
  readonly rows: readonly (readonly ListedItem[])[];
}
