// The shapes of cases as they arrive in the browser: instants are ISO strings.
import type { api } from '#web/lib/api.ts';

type CasesApi = (typeof api)['cases'];
type Answer<Name extends keyof CasesApi> = Awaited<ReturnType<CasesApi[Name]>>;

export type CaseRow = Answer<'list'>['items'][number];
export type CaseView = Answer<'get'>;
export type CaseAction = CaseView['actions'][number];
export type CaseForms = Answer<'forms'>;
export type CasePromises = Answer<'promises'>;
export type CaseStepSheet = Answer<'stepSheets'>['items'][number];
export type CaseProcess = Answer<'processes'>['items'][number];
export type TimelineItem = Answer<'timeline'>['items'][number];
export type CaseFigures = Answer<'figures'>;
export type ClaimFigures = CaseFigures['claims'];
export type CaseListInput = NonNullable<Parameters<CasesApi['list']>[0]>;
