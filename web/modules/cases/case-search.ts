// The filters of the inbox as they stand in the address, and the usual views made of them.
import type { CaseKind, CaseState, Outcome } from '#contract/cases.ts';
import type { z } from 'zod';
import { caseChannels, caseKinds, caseOutcomes, casePriorities, caseStates, dueChoices } from './case-choices.ts';
import type { CaseListInput } from './wire.ts';

export type CaseSearch = {
  q?: string;
  /** `any` says it aloud; the bare address shows what is open. */
  state?: CaseState | 'any';
  outcome?: Outcome;
  kind?: z.infer<typeof CaseKind>;
  channel?: (typeof caseChannels)[number];
  priority?: (typeof casePriorities)[number];
  categoryId?: string;
  unitId?: string;
  /** A person's id, `me`, or `none`. */
  assignee?: string;
  customerId?: string;
  disputed?: true;
  /** A promise is past its time, or is due within a day. */
  due?: (typeof dueChoices)[number];
  order?: 'oldest' | 'due';
};

export const filterNames = [
  'state',
  'outcome',
  'kind',
  'categoryId',
  'unitId',
  'assignee',
  'channel',
  'priority',
  'disputed',
  'due',
  'customerId',
] as const satisfies ReadonlyArray<keyof CaseSearch>;
export type FilterName = (typeof filterNames)[number];

export const quickViews = {
  mine: { assignee: 'me', state: 'open' },
  unassigned: { assignee: 'none', state: 'open' },
  open: {},
  claimed: { state: 'claimed' },
  disputed: { disputed: true },
  overdue: { due: 'overdue', order: 'due' },
  all: { state: 'any' },
} as const satisfies Record<string, CaseSearch>;
export type QuickView = keyof typeof quickViews;

/** Anything that is not a filter is dropped, so that an old or mistyped link still opens. */
export function validateCaseSearch(given: Record<string, unknown>): CaseSearch {
  const search: Record<string, unknown> = {
    q: text(given['q']),
    state: oneOf([...caseStates, 'any'], given['state']),
    outcome: oneOf(caseOutcomes, given['outcome']),
    kind: oneOf(caseKinds, given['kind']),
    channel: oneOf(caseChannels, given['channel']),
    priority: oneOf(casePriorities, given['priority']),
    categoryId: id(given['categoryId']),
    unitId: id(given['unitId']),
    assignee: oneOf(['me', 'none'], given['assignee']) ?? id(given['assignee']),
    customerId: id(given['customerId']),
    disputed: given['disputed'] === true || given['disputed'] === 'true' ? true : undefined,
    due: oneOf(dueChoices, given['due']),
    order: oneOf(['oldest', 'due'], given['order']),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** What the API is asked. */
export function caseFilter(search: CaseSearch): CaseListInput {
  const { state, disputed, order, ...rest } = isBare(search) ? { ...search, state: 'open' as const } : search;
  return {
    ...rest,
    ...(state && state !== 'any' ? { state } : {}),
    ...(disputed ? { disputed: 'true' } : {}),
    ...(order ? { order } : {}),
  };
}

/** One more filter. From the bare view it says what was meant so far: open cases. */
export function withFilter(search: CaseSearch, change: Partial<Record<FilterName, unknown>>): CaseSearch {
  const base: CaseSearch = isBare(search) ? { state: 'open', ...search } : search;
  const next = validateCaseSearch({ ...base, ...change });
  // Open and nothing else is the bare view again.
  const left = Object.keys(next).filter((key) => key !== 'order' && key !== 'q');
  if (left.length === 1 && next.state === 'open' && next.q === undefined) delete next.state;
  return next;
}

export function viewOf(search: CaseSearch): QuickView | null {
  const names = Object.keys(quickViews) as QuickView[];
  return search.q ? null : (names.find((name) => sameFilters(quickViews[name], search)) ?? null);
}

/** Filters that a reader should see as words; those of a quick view are said by the view itself. */
export function shownFilters(search: CaseSearch): FilterName[] {
  return viewOf(search) ? [] : filterNames.filter((name) => search[name] !== undefined);
}

function isBare(search: CaseSearch): boolean {
  return !search.q && filterNames.every((name) => search[name] === undefined);
}

function sameFilters(view: CaseSearch, search: CaseSearch): boolean {
  return filterNames.every((name) => view[name] === search[name]);
}

function text(value: unknown): string | undefined {
  const found = typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 200) : '';
  return found || undefined;
}

function id(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((one) => one === value);
}
