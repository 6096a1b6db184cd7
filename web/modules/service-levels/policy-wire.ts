// The shapes of policies, clocks and regimes as they arrive in the browser: instants are ISO strings.
import type { api } from '#web/lib/api.ts';

type PoliciesApi = (typeof api)['servicePolicies'];
type Answer<Name extends keyof PoliciesApi> = Awaited<ReturnType<PoliciesApi[Name]>>;

export type Policy = Answer<'get'>;
export type PolicyVersion = Answer<'versions'>['items'][number];
export type Conditions = Policy['conditions'];
export type Goal = Policy['goals'][number];
export type PolicyCost = Answer<'cost'>;
export type PolicyTest = Answer<'test'>;
export type Compliance = Answer<'compliance'>;
export type ComplianceFigures = Compliance['all'];
export type Regime = Answer<'regimes'>['items'][number];

export type CasePromises = Awaited<ReturnType<(typeof api)['cases']['promises']>>;
export type Clock = CasePromises['clocks'][number];
export type Derivation = Clock['derivation'];
export type Pause = Clock['pauses'][number];
