// What a template of a process says: steps of roles instead of units, what is handed over between them, and every name in three languages.
import type { Language } from '#contract/common.ts';
import type { Sipoc } from '#contract/processes.ts';

export type Words = Readonly<Record<Language, string>>;

export type TemplateStep = {
  /** Of the element in the diagram: stays, so that versions can be compared. */
  readonly id: string;
  readonly kind: 'start' | 'end' | 'task' | 'wait' | 'choice' | 'merge' | 'fork' | 'join' | 'either' | 'gather';
  /** `merge`, `fork`, `join` and `gather` need none. */
  readonly name?: Words;
  /** Key of whose work it is. */
  readonly role: string;
  /** Of a task until when, of a wait how long: an ISO length, of a task in working time. */
  readonly due?: string;
  /** Names of the values with which the task is completed. */
  readonly gives?: readonly string[];
  /** In which the values are answered, and what whoever reads them next has to know. */
  readonly form?: TemplateForm;
  /** What the customer reads while the matter stands here. */
  readonly customer?: Words;
  readonly handOff?: {
    readonly what: Words;
    readonly criteria: readonly Words[];
    /** Working time. */
    readonly longestWait: string;
  };
};

/** Every field is required while it is there, unless it may be left `open`. */
export type TemplateField = {
  readonly key: string;
  readonly type: 'yes-no' | 'one-of' | 'whole-number' | 'line' | 'prose' | 'date';
  readonly label: Words;
  readonly help?: Words;
  readonly open?: true;
  readonly min?: number;
  readonly choices?: readonly { readonly key: string; readonly label: Words }[];
  readonly shownWhen?: { readonly field: string; readonly values: readonly string[] };
};

export type TemplateForm = { readonly name: Words; readonly fields: readonly TemplateField[] };

export type TemplateFlow = {
  readonly from: string;
  readonly to: string;
  readonly name?: Words;
  /** FEEL. The way of a choice without one is taken where no other is. */
  readonly when?: string;
};

export type DrawnTemplate = {
  readonly key: string;
  readonly name: Words;
  readonly roles: readonly { readonly key: string; readonly name: Words }[];
  readonly values: readonly {
    readonly name: string;
    readonly type: 'yes-no' | 'number' | 'text';
    readonly choices?: readonly string[];
    readonly meaning: Words;
  }[];
  readonly steps: readonly TemplateStep[];
  readonly flows: readonly TemplateFlow[];
};

/** All that a model begins with. */
export type ModelTemplate = DrawnTemplate & {
  readonly promise: Words;
  readonly objective: Words;
  readonly pcfId: number;
  readonly sipoc: Readonly<Record<Exclude<keyof Sipoc, 'steps'>, readonly Words[]>>;
};

/** One that is offered to choose from. */
export type ProcessTemplate = ModelTemplate & { readonly purpose: Words };
