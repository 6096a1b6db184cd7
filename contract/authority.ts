// What the API says about authority: actions, rules of the matrix, delegations, decisions, and what was found in them.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  Id,
  IdParam,
  Instant,
  IsoDate,
  Line,
  LocaleText,
  Nothing,
  PageQuery,
  PersonRef,
  Prose,
  pageOf,
} from './common.ts';
import { currencyCodes } from '#kernel/currencies.ts';

/** In minor units of the currency, so that nothing is rounded: 40,000 SAR are 4,000,000. */
export const Money = z.object({
  minor: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  currency: z.enum(currencyCodes),
});
export type Money = z.infer<typeof Money>;

/** What a decision asks by, such as `case.close-by-authority`. */
export const ActionKey = z
  .string()
  .trim()
  .max(80)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

export const OnOverrun = z.enum(['refuse', 'override']);

export const AuthorityActionInput = z.object({
  key: ActionKey,
  name: LocaleText,
  hasAmount: z.boolean(),
  /** Whether what no authority covers is refused, or may be decided with a reason. */
  onOverrun: OnOverrun,
  /** Amounts of one subject within so many days are looked at together; null: they are not. */
  splitDays: z.int().min(1).max(366).nullable(),
});
export type AuthorityActionInput = z.infer<typeof AuthorityActionInput>;

export const AuthorityAction = AuthorityActionInput.extend({
  id: Id,
  retired: z.boolean(),
  /** The product itself asks for it. */
  asked: z.boolean(),
  /** Rules in force today. */
  rules: z.int(),
});
export type AuthorityAction = z.infer<typeof AuthorityAction>;

/** `named-unit`: that unit with those below it. */
export const AuthorityScope = z.enum(['own-unit', 'own-unit-and-below', 'named-unit', 'everywhere']);
export type AuthorityScope = z.infer<typeof AuthorityScope>;

export const AuthorityRuleInput = z.object({
  actionId: Id,
  /** Null: whoever heads a unit. */
  positionId: Id.nullable(),
  /** Null: without limit, or the action has no amount. */
  limit: Money.nullable(),
  scope: AuthorityScope,
  unitId: Id.nullable(),
  /** Days of the organisation, both included. */
  from: IsoDate,
  until: IsoDate.nullable(),
});
export type AuthorityRuleInput = z.infer<typeof AuthorityRuleInput>;

export const ValidityState = z.enum(['to-come', 'in-force', 'ended']);

export const AuthorityRule = AuthorityRuleInput.extend({
  id: Id,
  state: ValidityState,
  madeAt: Instant,
  madeBy: Line.nullable(),
  endedAt: Instant.nullable(),
});
export type AuthorityRule = z.infer<typeof AuthorityRule>;

export const DelegationInput = z.object({
  /** Of one's own positions, the one whose authority is given. */
  positionId: Id,
  delegateId: Id,
  actionIds: z.array(Id).min(1).max(50),
  /** Null: the limit of the giver. */
  limit: Money.nullable(),
  /** With those below it; null: wherever the giver may. */
  unitId: Id.nullable(),
  from: IsoDate,
  until: IsoDate,
  reason: Prose,
});
export type DelegationInput = z.infer<typeof DelegationInput>;

export const Delegation = DelegationInput.omit({ delegateId: true }).extend({
  id: Id,
  giver: PersonRef,
  delegate: PersonRef,
  state: z.enum(['to-come', 'in-force', 'ended', 'revoked']),
  /** Of its actions, those that the giver has no authority for any more: they give nothing. */
  withoutEffect: z.array(Id),
  madeAt: Instant,
  revokedAt: Instant.nullable(),
});
export type Delegation = z.infer<typeof Delegation>;

export const FindingType = z.enum(['over-limit', 'outside-unit', 'expired', 'self-approval', 'split', 'no-authority']);
export type FindingType = z.infer<typeof FindingType>;

export const Verdict = z.enum(['within', 'override', 'refused']);
export type Verdict = z.infer<typeof Verdict>;

/** By which rule, and if so by whose delegation. */
export const Basis = z.object({
  ruleId: Id,
  positionId: Id,
  delegationId: Id.nullable(),
  giver: PersonRef.nullable(),
  limit: Money.nullable(),
});
export type Basis = z.infer<typeof Basis>;

const question = {
  action: ActionKey,
  amount: Money.nullable(),
  /** Null: of no unit, so that only authority everywhere covers it. */
  unitId: Id.nullable(),
  /** A matter by its number; what was decided for it before counts towards splitting. */
  reference: Line.nullable(),
  /** Whoever asked for the decision. */
  requestedBy: Id.nullable(),
};

/** What would come of a decision, and who could take it. */
export const AuthorityTest = z.object({
  /** False: no rules, nothing is judged. */
  governed: z.boolean(),
  /** For whoever asks: `override` means that a reason is needed. */
  verdict: Verdict,
  faults: z.array(FindingType),
  basis: Basis.nullable(),
  /** At most 50; for those whom a person delegated to, who that is. */
  who: z.array(z.object({ person: PersonRef, basis: Basis })),
});
export type AuthorityTest = z.infer<typeof AuthorityTest>;

export const AuthorityDecision = z.object({
  id: Id,
  actionId: Id,
  unitId: Id.nullable(),
  amount: Money.nullable(),
  subject: z.object({ type: z.string(), id: z.string() }),
  verdict: Verdict,
  basis: z.object({ ruleId: Id, delegationId: Id.nullable() }).nullable(),
  findings: z.array(FindingType),
  at: Instant,
});
export type AuthorityDecision = z.infer<typeof AuthorityDecision>;

export const AnswerKind = z.enum(['explained', 'accepted']);

/** Without the person and the words: those stand in the detail, and every look at it is on record. */
export const Finding = z.object({
  id: Id,
  type: FindingType,
  actionId: Id,
  unitId: Id.nullable(),
  verdict: Verdict,
  at: Instant,
  answered: AnswerKind.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const FindingDetail = Finding.extend({
  person: PersonRef,
  amount: Money.nullable(),
  limit: Money.nullable(),
  subject: z.object({ type: z.string(), id: z.string() }),
  requestedBy: PersonRef.nullable(),
  delegatedBy: PersonRef.nullable(),
  reason: z.string().nullable(),
  answers: z.array(z.object({ kind: AnswerKind, words: z.string(), by: PersonRef, at: Instant })),
  /** Who looked at it, newest first, at most 50. */
  looks: z.array(z.object({ by: PersonRef, at: Instant })),
  /** The reader is the head who answers. */
  mayAnswer: z.boolean(),
});
export type FindingDetail = z.infer<typeof FindingDetail>;

export const FindingPeriod = z.enum(['90-days', '12-months']);

const Count = z.int().nullable();
/** Findings by unit and action. Groups under five are null, and so are as many others as it takes that none can be computed. */
export const FindingFigures = z.object({
  unitIds: z.array(Id.nullable()),
  actionIds: z.array(Id),
  cells: z.array(z.array(Count)),
  ofUnits: z.array(Count),
  ofActions: z.array(Count),
  total: Count,
});
export type FindingFigures = z.infer<typeof FindingFigures>;

export const AuthoritySettings = z.object({
  /** The longest that a delegation may last. */
  longestDelegationMonths: z.int().min(1).max(60),
});
export type AuthoritySettings = z.infer<typeof AuthoritySettings>;

const tag = oc.route({ tags: ['authority'] });

export const authorityContract = {
  listActions: tag
    .route({ method: 'GET', path: '/authority/actions', summary: 'Actions that authority is needed for' })
    .input(z.object({ retired: z.stringbool().default(false) }))
    .output(z.object({ items: z.array(AuthorityAction) })),
  createAction: tag
    .route({ method: 'POST', path: '/authority/actions', summary: 'Make an action', successStatus: 201 })
    .input(AuthorityActionInput)
    .output(AuthorityAction),
  changeAction: tag
    .route({ method: 'PUT', path: '/authority/actions/{id}', summary: 'Change an action; its key and amount stay' })
    .input(AuthorityActionInput.pick({ name: true, onOverrun: true, splitDays: true }).extend({ id: Id }))
    .output(AuthorityAction),
  retireAction: tag
    .route({ method: 'DELETE', path: '/authority/actions/{id}', summary: 'Judge no decision by it any more' })
    .input(IdParam)
    .output(Nothing),
  /** Without `ended` those in force and to come. `unitId`: of positions in it, and for it by name. */
  listRules: tag
    .route({ method: 'GET', path: '/authority/rules', summary: 'Rules of the matrix' })
    .input(z.object({ unitId: Id.optional(), ended: z.stringbool().default(false) }))
    .output(z.object({ items: z.array(AuthorityRule) })),
  createRule: tag
    .route({ method: 'POST', path: '/authority/rules', summary: 'Make a rule', successStatus: 201 })
    .input(AuthorityRuleInput)
    .output(AuthorityRule),
  endRule: tag
    .route({ method: 'DELETE', path: '/authority/rules/{id}', summary: 'End a rule at once' })
    .input(IdParam)
    .output(Nothing),
  test: tag
    .route({ method: 'POST', path: '/authority/tests', summary: 'Who may decide; nothing is kept' })
    .input(z.object({ ...question, at: z.coerce.date().optional() }))
    .output(AuthorityTest),
  /** A decision that was taken outside the product. Refuses what is refused, and records that too. */
  decide: tag
    .route({ method: 'POST', path: '/authority/decisions', summary: 'Record a decision', successStatus: 201 })
    .input(z.object({ ...question, reference: Line, reason: Prose.nullable() }))
    .output(AuthorityDecision),
  listDecisions: tag
    .route({ method: 'GET', path: '/authority/decisions', summary: 'Own decisions, newest first' })
    .input(PageQuery)
    .output(pageOf(AuthorityDecision)),
  /** What one may delegate: own positions with their rules in force. */
  own: tag
    .route({ method: 'GET', path: '/authority/own', summary: 'Own authority by rules' })
    .input(Nothing)
    .output(z.object({ positions: z.array(z.object({ positionId: Id, rules: z.array(AuthorityRule) })) })),
  listDelegations: tag
    .route({ method: 'GET', path: '/authority/delegations', summary: 'Delegations given, received, or all' })
    .input(PageQuery.extend({ view: z.enum(['given', 'received', 'all']) }))
    .output(pageOf(Delegation)),
  delegate: tag
    .route({ method: 'POST', path: '/authority/delegations', summary: 'Delegate authority', successStatus: 201 })
    .input(DelegationInput)
    .output(Delegation),
  revoke: tag
    .route({ method: 'DELETE', path: '/authority/delegations/{id}', summary: 'Revoke a delegation at once' })
    .input(IdParam)
    .output(Nothing),
  figures: tag
    .route({ method: 'GET', path: '/figures/authority', summary: 'Findings by unit and action' })
    .input(z.object({ period: FindingPeriod.default('90-days'), type: FindingType.optional() }))
    .output(FindingFigures),
  /** `mine`: in one's own decisions. `people`: in those of people whose line manager one is. */
  listFindings: tag
    .route({ method: 'GET', path: '/authority/findings', summary: 'Findings, newest first' })
    .input(PageQuery.extend({ view: z.enum(['mine', 'people']) }))
    .output(pageOf(Finding)),
  look: tag
    .route({
      method: 'POST',
      path: '/authority/findings/{id}/looks',
      summary: 'Look at a finding; the look is on record',
    })
    .input(IdParam)
    .output(FindingDetail),
  answer: tag
    .route({ method: 'POST', path: '/authority/findings/{id}/answers', summary: 'Answer a finding' })
    .input(IdParam.extend({ kind: AnswerKind, words: Prose }))
    .output(FindingDetail),
  getSettings: tag
    .route({ method: 'GET', path: '/settings/authority', summary: 'Settings of authority' })
    .input(Nothing)
    .output(AuthoritySettings),
  updateSettings: tag
    .route({ method: 'PUT', path: '/settings/authority', summary: 'Change settings of authority' })
    .input(AuthoritySettings)
    .output(AuthoritySettings),
};
