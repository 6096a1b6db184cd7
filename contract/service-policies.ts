// What the API says about promises: policies and their targets, the clocks of a case, whether they are kept, and regimes.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseChannel, Priority, WaitReason } from './case-facts.ts';
import { CaseKind } from './catalogue.ts';
import { ActorView, Id, IdParam, Instant, IsoDate, Line, LocaleText, Nothing } from './common.ts';
import { CalendarDay } from './service-levels.ts';

/**
 * What is promised. `hand-off`: a unit that was given the case takes it up. `claim`: a resolution is claimed, counted from the first
 * clock of the case. `dispute-answer`: a disputed or reopened case gets its next claim. `lapse`: how long a customer may be silent.
 */
export const ClockTarget = z.enum([
  'acknowledge',
  'assess',
  'first-answer',
  'next-answer',
  'hand-off',
  'claim',
  'dispute-answer',
  'lapse',
]);
export type ClockTarget = z.infer<typeof ClockTarget>;

/** Days end with the day (`days`) or with its opening hours (`working-days`); the day of the beginning is not counted. */
export const GoalUnit = z.enum(['working-minutes', 'working-days', 'minutes', 'days']);
export type GoalUnit = z.infer<typeof GoalUnit>;

/** `open-door-upward`: the case goes to the head above, as after a dispute. */
export const ClockAction = z.enum(['notify-assignee', 'notify-head', 'raise-priority', 'open-door-upward']);
export type ClockAction = z.infer<typeof ClockAction>;

export const ClockStart = z.enum(['registered', 'acknowledged', 'assessed']);
export type ClockStart = z.infer<typeof ClockStart>;

export const Goal = z.object({
  target: ClockTarget,
  amount: z.int().min(1).max(1_000_000),
  unit: GoalUnit,
  /** For `assess`, `first-answer` and `claim`; the others begin with what they answer. */
  from: ClockStart.default('registered'),
  /** Null: the default calendar of the organisation, whichever that is. */
  calendarId: Id.nullable(),
  /** Reasons of waiting that stop the clock. */
  pausedBy: z.array(WaitReason).max(4),
  /** Share of the time in percent after which to warn. Null: no warning. */
  warnAt: z.int().min(1).max(99).nullable(),
  onWarn: z.array(ClockAction).max(4),
  onBreach: z.array(ClockAction).max(4),
});
export type Goal = z.infer<typeof Goal>;

/** One of each list, and of every list that is not empty. Segments with those below them. */
export const PolicyConditions = z.object({
  kinds: z.array(CaseKind).max(5),
  categoryIds: z.array(Id).max(100),
  segmentIds: z.array(Id).max(100),
  channels: z.array(CaseChannel).max(6),
  priorities: z.array(Priority).max(4),
  productIds: z.array(Id).max(100),
});
export type PolicyConditions = z.infer<typeof PolicyConditions>;

const policyFields = {
  name: LocaleText,
  conditions: PolicyConditions,
  goals: z.array(Goal).min(1).max(8),
  /** The regime that it carries out; its cases show what that demands. */
  regimeId: z.string().max(60).nullable(),
};
export const PolicyInput = z.object(policyFields);
export type PolicyInput = z.infer<typeof PolicyInput>;

export const Policy = z.object({
  id: Id,
  version: z.int(),
  ...policyFields,
  /** Order in which policies are tried, from 1; the first that fits holds. Null once it is retired. */
  position: z.int().nullable(),
  changedAt: Instant,
  changedBy: Line.nullable(),
  /** Cases not closed that run under it, whatever version. */
  openCases: z.int(),
});
export type Policy = z.infer<typeof Policy>;

export const PolicyVersion = z.object({
  version: z.int(),
  ...policyFields,
  publishedAt: Instant,
  publishedBy: Line.nullable(),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;

/** `open`: cases that are not closed are taken over too, their clocks each from its own beginning and with its pauses. `new`: they keep what they have. */
export const AppliesTo = z.enum(['new', 'open']);

/** What a case is, for a policy to be chosen. */
export const CaseTraits = z.object({
  kind: CaseKind,
  categoryId: Id.nullable(),
  productId: Id.nullable(),
  channel: CaseChannel,
  priority: Priority,
  /** From the customer's segment up to the root. */
  segmentPath: z.array(Id).max(30),
});
export type CaseTraits = z.infer<typeof CaseTraits>;

const PauseReason = z.union([WaitReason, z.enum(['claimed', 'closed'])]);
export type PauseReason = z.infer<typeof PauseReason>;

/** How a due time came about. In the days of the calendar's time zone; times in milliseconds. */
export const Derivation = z.object({
  timeZone: z.string(),
  days: z.array(
    CalendarDay.pick({ date: true, kind: true, why: true }).extend({
      /** Open from the start on (for goals by the clock: all of the day). */
      openMs: z.int(),
      pausedMs: z.int(),
      /** Counted towards the goal, until the due time. */
      countedMs: z.int(),
    }),
  ),
});
export type Derivation = z.infer<typeof Derivation>;

/** `running` with a due time that is past is overdue. `met` and `missed` have ended; `cancelled` ended without a judgement. */
export const ClockState = z.enum(['running', 'paused', 'met', 'missed', 'cancelled']);
export type ClockState = z.infer<typeof ClockState>;

export const Clock = z.object({
  id: Id,
  target: ClockTarget,
  /** Of its target in this case, from 1. */
  ordinal: z.int(),
  state: ClockState,
  goal: Goal,
  policy: z.object({ id: Id, name: LocaleText, version: z.int() }),
  calendar: z.object({ id: Id, name: LocaleText, version: z.int() }),
  startedAt: Instant,
  /** Null while it is paused. */
  dueAt: Instant.nullable(),
  /** What was promised first. */
  firstDueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  warnedAt: Instant.nullable(),
  breachedAt: Instant.nullable(),
  /** Time on the goal's own measure that went by until the end, or now; and how much of it was paused. */
  countedMs: z.int(),
  pausedMs: z.int(),
  pauses: z.array(
    z.object({ reason: PauseReason, from: Instant, until: Instant.nullable(), by: ActorView.nullable() }),
  ),
  derivation: Derivation,
  /** Each time that the due time moved for another reason than a pause. */
  moves: z.array(
    z.object({
      at: Instant,
      from: Instant.nullable(),
      to: Instant.nullable(),
      why: z.enum(['calendar', 'policy', 'case-changed', 'disputed', 'reopened']),
      /** Version of the calendar or policy that moved it. */
      version: z.int().nullable(),
    }),
  ),
});
export type Clock = z.infer<typeof Clock>;

/** A policy tried on a case: why not, or the due times. */
export const PolicyTest = z.object({
  tried: z.array(
    z.object({
      id: Id,
      name: LocaleText,
      fits: z.boolean(),
      /** The conditions that do not hold. */
      fails: z.array(z.enum(['kinds', 'categoryIds', 'segmentIds', 'channels', 'priorities', 'productIds'])),
    }),
  ),
  policy: z.object({ id: Id, name: LocaleText, version: z.int() }).nullable(),
  due: z.array(
    z.object({
      goal: Goal,
      calendarName: LocaleText,
      dueAt: Instant.nullable(),
      /** For goals that begin later: as if what they answer came at the same moment. */
      assumed: z.boolean(),
      warnAt: Instant.nullable(),
      derivation: Derivation,
    }),
  ),
});
export type PolicyTest = z.infer<typeof PolicyTest>;

/**
 * What a rule for some segments costs the others, from the cases of the last 90 days, had everybody worked strictly by due time.
 * Numbers of groups under five cases are null.
 */
export const PolicyCost = z.object({
  favoursSegments: z.boolean(),
  /** Cases not closed that would come under another policy or version, were it published for open cases too. */
  takesOver: z.int(),
  since: Instant,
  /** Cases that the policy would have held for, and those of others with a promise of the same target. */
  own: z.int(),
  others: z.int(),
  /** Middle of the promised working hours to the resolution claimed. */
  ownHours: z.number().nullable(),
  otherHours: z.number().nullable(),
  /** Other cases that came earlier and would have been due later than an own one, with and without this change. */
  overtaken: z.int().nullable(),
  overtakenBefore: z.int().nullable(),
  bySegment: z.array(
    z.object({
      segment: LocaleText.nullable(),
      cases: z.int().nullable(),
      overtaken: z.int().nullable(),
      hours: z.number().nullable(),
    }),
  ),
});
export type PolicyCost = z.infer<typeof PolicyCost>;

export const ComplianceBy = z.enum(['target', 'policy', 'unit', 'segment', 'channel', 'kind']);
export const ComplianceFilter = z.object({
  /** Clocks that began in [from, until), in days of the organisation. Without: the last 90 days. */
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  target: ClockTarget.optional(),
  policyId: Id.optional(),
  unitId: Id.optional(),
  segmentId: Id.optional(),
  channel: CaseChannel.optional(),
  kind: CaseKind.optional(),
});
/** Of clocks that began in the period. Numbers of groups under five are null. `overdue` ones are running or paused past their time and count as not kept. */
export const ComplianceFigures = z.object({
  clocks: z.int().nullable(),
  met: z.int().nullable(),
  missed: z.int().nullable(),
  running: z.int().nullable(),
  overdue: z.int().nullable(),
  cancelled: z.int().nullable(),
  /** met of met, missed and overdue, 0 to 1; with the 95 % interval (Wilson). Null where nothing is decided. */
  kept: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Time used of the time promised, 1 = all of it; open ones with what they have used so far. */
  used: z.object({ p50: z.number(), p90: z.number(), p95: z.number() }).nullable(),
  /** Paused of paused and counted time, 0 to 1. */
  pauseShare: z.number().nullable(),
});
export type ComplianceFigures = z.infer<typeof ComplianceFigures>;

export const Compliance = z.object({
  from: Instant,
  until: Instant,
  all: ComplianceFigures,
  groups: z.array(
    z.object({
      /** Id of policy, unit or segment; code of target, channel or kind. Null: none. */
      key: z.string().nullable(),
      name: LocaleText.nullable(),
      figures: ComplianceFigures,
    }),
  ),
});
export type Compliance = z.infer<typeof Compliance>;

const RegimeSource = z.object({ title: z.string(), clause: z.string().nullable(), url: z.string().nullable() });
export const RegimeRule = z.object({
  id: z.string(),
  /** A deadline, a field of the record, a text that must be sent, what must be kept how long, or how it is organised. */
  about: z.enum(['deadline', 'record', 'text', 'retention', 'organisation']),
  text: LocaleText,
  source: RegimeSource,
});
/** Where a complainant may turn outside the organisation. */
export const Recourse = z.object({
  body: LocaleText,
  /** Address on the web; null where nobody could look it up. */
  contact: z.string().nullable(),
  /** Time from the registration after which the body is open even without an answer, as it stands behind "after". Null: only after the answer. */
  after: LocaleText.nullable(),
});
export type Recourse = z.infer<typeof Recourse>;
/** A pack of rules of a country or a standard, as data. */
export const Regime = z.object({
  id: z.string(),
  name: LocaleText,
  /** Where it holds; null: anywhere. */
  country: z.string().nullable(),
  example: z.boolean(),
  kinds: z.array(CaseKind),
  rules: z.array(RegimeRule),
  /** Years from the registration for which records are kept, whoever wishes them erased; null: not said. */
  retentionYears: z.int().nullable(),
  /** Null: it names no body of its own. */
  recourse: Recourse.extend({ source: RegimeSource }).nullable(),
  goals: z.array(Goal),
  /** Policies of the organisation that carry it out. */
  policies: z.array(z.object({ id: Id, name: LocaleText })),
});
export type Regime = z.infer<typeof Regime>;

const tag = oc.route({ tags: ['service-policies'] });

export const servicePoliciesContract = {
  list: tag
    .route({ method: 'GET', path: '/service-policies', summary: 'Policies in the order in which they are tried' })
    .input(z.object({ retired: z.stringbool().default(false) }))
    .output(z.object({ items: z.array(Policy) })),
  create: tag
    .route({ method: 'POST', path: '/service-policies', summary: 'Make a policy', successStatus: 201 })
    .input(PolicyInput.extend({ position: z.int().min(1).optional(), appliesTo: AppliesTo.default('new') }))
    .output(Policy),
  get: tag.route({ method: 'GET', path: '/service-policies/{id}', summary: 'A policy' }).input(IdParam).output(Policy),
  change: tag
    .route({ method: 'PUT', path: '/service-policies/{id}', summary: 'Publish a new version of a policy' })
    .input(PolicyInput.extend({ id: Id, version: z.int(), appliesTo: AppliesTo }))
    .output(Policy),
  retire: tag
    .route({ method: 'DELETE', path: '/service-policies/{id}', summary: 'Use a policy for no new case' })
    .input(IdParam)
    .output(Nothing),
  reorder: tag
    .route({ method: 'PUT', path: '/service-policies/order', summary: 'Order in which policies are tried' })
    .input(z.object({ ids: z.array(Id).max(200) }))
    .output(z.object({ items: z.array(Policy) })),
  versions: tag
    .route({ method: 'GET', path: '/service-policies/{id}/versions', summary: 'What a policy said when, newest first' })
    .input(IdParam)
    .output(z.object({ items: z.array(PolicyVersion) })),
  /** Nothing is kept. Refuses what saving would refuse. `id`: the policy that it would replace. */
  cost: tag
    .route({ method: 'POST', path: '/service-policies/cost', summary: 'What a rule for some costs the others' })
    .input(PolicyInput.extend({ id: Id.optional(), position: z.int().min(1).optional() }))
    .output(PolicyCost),
  test: tag
    .route({
      method: 'POST',
      path: '/service-policies/test',
      summary: 'Which policy a case would get, and when what is due',
    })
    .input(
      CaseTraits.omit({ segmentPath: true }).extend({
        segmentId: Id.nullable(),
        at: z.coerce.date(),
        /** A policy as it would be saved, tried instead of the one with its id, or at its position. */
        draft: PolicyInput.extend({ id: Id.optional(), position: z.int().min(1).optional() }).optional(),
      }),
    )
    .output(PolicyTest),
  compliance: tag
    .route({ method: 'GET', path: '/figures/service-levels', summary: 'Promises kept, missed and running' })
    .input(ComplianceFilter.extend({ by: ComplianceBy.default('target') }))
    .output(Compliance),
  regimes: tag
    .route({ method: 'GET', path: '/regimes', summary: 'Packs of rules of countries and standards' })
    .input(Nothing)
    .output(z.object({ items: z.array(Regime) })),
};
