// What the API says about cases: registering, answering, claiming a resolution, and what the customer said to it.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseChannel, Priority, WaitReason } from './case-facts.ts';
import { caseFormRoutes } from './case-forms.ts';
import { caseProcessRoutes } from './case-processes.ts';
import { caseStepRoutes } from './case-steps.ts';
import { CaseKind } from './catalogue.ts';
import {
  ActorView,
  FileView,
  Id,
  IdParam,
  Instant,
  IsoDate,
  Language,
  Line,
  LocaleText,
  Nothing,
  PageQuery,
  Prose,
  pageOf,
} from './common.ts';
import { ContactPoint, CustomerBrief, CustomerInput } from './customers.ts';
import { FilledForm } from './forms.ts';
import { TemplateVariable } from './reply-templates.ts';
import { Clock, ClockTarget, RegimeRule } from './service-policies.ts';

export { CaseChannel, CaseKind };

export const CaseState = z.enum(['open', 'claimed', 'closed']);
export type CaseState = z.infer<typeof CaseState>;
export const Outcome = z.enum(['confirmed', 'lapsed', 'reported', 'withdrawn', 'closed_by_authority']);
export type Outcome = z.infer<typeof Outcome>;
export const AuthorityReason = z.enum(['duplicate', 'out-of-scope', 'abuse', 'law']);

const CaseCore = z.object({
  id: Id,
  /** Human number within organisation and year, such as 1405-000123. */
  number: z.string(),
  trackingCode: z.string(),
  kind: CaseKind,
  subject: z.string(),
  state: CaseState,
  /** Last outcome, only while closed. */
  outcome: Outcome.nullable(),
  priority: Priority,
  channel: CaseChannel,
  categoryId: Id.nullable(),
  unitId: Id.nullable(),
  assigneeId: Id.nullable(),
  assigneeName: z.string().nullable(),
  /** How many times the open door was taken: 0 until the first dispute. */
  disputeLevel: z.int(),
  /** `segmentName`: where the customer stood in the tree when the case was registered. */
  customer: CustomerBrief.extend({ segmentName: z.string().nullable() }),
  /** The first clock: never moves, whatever happens to the case. */
  registeredAt: Instant,
  lastActivityAt: Instant,
  lastMessageBy: z.enum(['customer', 'staff']).nullable(),
  waitingReason: WaitReason.nullable(),
  waitingUntil: Instant.nullable(),
  /** The promise that is due next; past when it is overdue. Null where nothing runs. */
  nextDue: z.object({ target: ClockTarget, at: Instant }).nullable(),
});

export const CaseListItem = CaseCore.extend({ snippet: z.string() });
export type CaseListItem = z.infer<typeof CaseListItem>;

export const Claim = z.object({
  id: Id,
  answer: z.string(),
  claimedAt: Instant,
  claimedBy: ActorView,
  /** When silence ends the case as lapsed. */
  lapsesAt: Instant,
});

export const CaseView = CaseCore.extend({
  description: z.string(),
  language: Language,
  productId: Id.nullable(),
  contactPoints: z.array(ContactPoint),
  /** The claim that waits for the customer's word, if any. */
  openClaim: Claim.nullable(),
  /** When the customer's right to reopen ends, only while closed. */
  reopenableUntil: Instant.nullable(),
  attachments: z.array(FileView),
  /** Other cases of the same customer, newest first, at most ten. */
  otherCases: z.array(
    z.object({
      id: Id,
      number: z.string(),
      subject: z.string(),
      state: CaseState,
      outcome: Outcome.nullable(),
      registeredAt: Instant,
    }),
  ),
  /** What the person who asks may do to this case now. */
  actions: z.array(
    z.enum([
      'assign',
      'classify',
      'acknowledge',
      'assess',
      'message',
      'note',
      'claim',
      'report',
      'close-by-authority',
      'reopen',
      'wait',
      'mark-step',
    ]),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

export const TimelineItem = z.object({
  id: z.string(),
  at: Instant,
  /** Event type such as case.registered, case.message-sent, case.resolution-claimed. */
  type: z.string(),
  actor: ActorView,
  /** Text that belongs to it: message, note, answer, reason, evidence. */
  text: z.string().nullable(),
  attachments: z.array(FileView),
  /** Facts of the event: ids, from/to, reason codes. */
  data: z.record(z.string(), z.unknown()),
});
export type TimelineItem = z.infer<typeof TimelineItem>;

export const RegisterCaseInput = z.object({
  kind: CaseKind,
  subject: Line,
  description: Prose,
  categoryId: Id.nullable().optional(),
  productId: Id.nullable().optional(),
  priority: Priority.default('normal'),
  channel: CaseChannel.default('api'),
  language: Language.optional(),
  customer: z.union([z.object({ id: Id }), CustomerInput]),
  unitId: Id.nullable().optional(),
  assigneeId: Id.nullable().optional(),
  attachmentIds: z.array(Id).max(20).default([]),
  /** The form of the category, where it has one. */
  form: FilledForm.optional(),
});
export type RegisterCaseInput = z.infer<typeof RegisterCaseInput>;

/** Filters of the inbox; they live in the address of the page under the same names. */
export const CaseFilter = z.object({
  q: z.string().max(200).optional(),
  state: CaseState.optional(),
  outcome: Outcome.optional(),
  kind: CaseKind.optional(),
  channel: CaseChannel.optional(),
  priority: Priority.optional(),
  categoryId: Id.optional(),
  unitId: Id.optional(),
  /** A person's id, or `me`, or `none` for unassigned. */
  assignee: z.union([z.literal('me'), z.literal('none'), Id]).optional(),
  customerId: Id.optional(),
  disputed: z.stringbool().optional(),
  /** A promise is past its time, or is due within a day. */
  due: z.enum(['overdue', 'soon']).optional(),
  /** `due`: what is due first comes first; cases without a promise that runs are not in it. */
  order: z.enum(['latest', 'oldest', 'due']).default('latest'),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

/** Of ISO 10002 clause 7.5, one to four: from hardly any to very high. */
const Grade = z.int().min(1).max(4);
/** How grave a case is and what its customer seeks. The latest counts; earlier ones stay. */
export const AssessmentInput = z.object({
  severity: Grade,
  complexity: Grade,
  impact: Grade,
  /** Somebody's safety is touched. */
  safety: z.boolean(),
  /** Something must and can be done at once. */
  immediateAction: z.boolean(),
  /** What the customer wants to be done, in their words. */
  remedySought: z.string().trim().max(2_000).nullable(),
  /** When and where it happened. */
  incidentDate: IsoDate.nullable(),
  incidentPlace: z.string().trim().max(300).nullable(),
});
export type AssessmentInput = z.infer<typeof AssessmentInput>;
export const Assessment = AssessmentInput.extend({ id: Id, at: Instant, by: ActorView });
export type Assessment = z.infer<typeof Assessment>;

/** `missing`: variables of which the case knows nothing; their places stay empty. */
export const FilledReply = z.object({ text: z.string(), language: Language, missing: z.array(TemplateVariable) });
export type FilledReply = z.infer<typeof FilledReply>;

/** What a regime asks of this case, and whether it is there. */
export const Demand = z.object({
  rule: RegimeRule,
  state: z.enum(['met', 'open', 'missed']),
  /** What fills it; null: nothing in this case can, it is for the organisation to hold. */
  by: z
    .enum([
      'acknowledge',
      'assess',
      'first-answer',
      'claim',
      'remedy',
      'incident',
      'reference',
      'recourse',
      'retention',
    ])
    .nullable(),
  dueAt: Instant.nullable(),
  doneAt: Instant.nullable(),
});
export type Demand = z.infer<typeof Demand>;

/** What was promised in this case, by which policy; its clocks in the order of their beginning. */
export const CasePromises = z.object({
  policy: z.object({ id: Id, name: LocaleText, version: z.int() }).nullable(),
  clocks: z.array(Clock),
  assessment: Assessment.nullable(),
  regime: z.object({ id: z.string(), name: LocaleText, demands: z.array(Demand) }).nullable(),
});
export type CasePromises = z.infer<typeof CasePromises>;

/** Seven numbers that add up to the claims; each is defined in the glossary and beside the figure. */
export const ClaimFigures = z.object({
  claims: z.int(),
  confirmed: z.int(),
  disputed: z.int(),
  lapsed: z.int(),
  reported: z.int(),
  withdrawn: z.int(),
  closedByAuthority: z.int(),
  waiting: z.int(),
});
export const OpenByAge = z.object({
  /** Age band in whole days since registration; `to` is null for the last band. */
  fromDays: z.int(),
  toDays: z.int().nullable(),
  open: z.int(),
  claimed: z.int(),
});
export const CaseFigures = z.object({
  from: Instant,
  to: Instant,
  registered: z.int(),
  openNow: z.int(),
  claimedNow: z.int(),
  reopened: z.int(),
  /** Registration of the oldest case that is not closed. */
  oldestOpenAt: Instant.nullable(),
  claims: ClaimFigures,
  openByAge: z.array(OpenByAge),
  /** One row a bucket of the organisation's own calendar months. */
  months: z.array(z.object({ start: Instant, registered: z.int(), claims: ClaimFigures })),
  /** Confirmed among claims that ended, per segment as of the registration, from the smallest customers to the largest; segments under five claims are suppressed (null). */
  bySegment: z.array(
    z.object({
      /** Null for customers in no segment. */
      segment: LocaleText.nullable(),
      ended: z.int().nullable(),
      confirmed: z.int().nullable(),
      disputed: z.int().nullable(),
      medianHoursToFirstClaim: z.number().nullable(),
    }),
  ),
});
export type CaseFigures = z.infer<typeof CaseFigures>;

const tag = oc.route({ tags: ['cases'] });

export const casesContract = {
  list: tag
    .route({ method: 'GET', path: '/cases', summary: 'The inbox: cases by filter, a page at a time' })
    .input(CaseFilter.extend(PageQuery.shape))
    .output(pageOf(CaseListItem)),
  counts: tag
    .route({ method: 'GET', path: '/cases/counts', summary: 'How many cases stand in the usual views of the inbox' })
    .input(Nothing)
    .output(
      z.object({
        mine: z.int(),
        unassigned: z.int(),
        open: z.int(),
        claimed: z.int(),
        disputed: z.int(),
        overdue: z.int(),
      }),
    ),
  register: tag
    .route({ method: 'POST', path: '/cases', successStatus: 201, summary: 'Register a case' })
    .input(RegisterCaseInput)
    .output(z.object({ id: Id, number: z.string(), trackingCode: z.string() })),
  get: tag.route({ method: 'GET', path: '/cases/{id}', summary: 'One case' }).input(IdParam).output(CaseView),
  timeline: tag
    .route({ method: 'GET', path: '/cases/{id}/timeline', summary: 'All that happened to a case, oldest first' })
    .input(PageQuery.extend({ id: Id }))
    .output(pageOf(TimelineItem)),
  classify: tag
    .route({ method: 'PATCH', path: '/cases/{id}', summary: 'Change kind, category, priority or subject' })
    .input(
      z.object({
        id: Id,
        kind: CaseKind.optional(),
        categoryId: Id.nullable().optional(),
        productId: Id.nullable().optional(),
        priority: Priority.optional(),
        subject: Line.optional(),
      }),
    )
    .output(CaseView),
  assign: tag
    .route({ method: 'PUT', path: '/cases/{id}/assignment', summary: 'Give a case to a unit and, if wanted, a person' })
    .input(z.object({ id: Id, unitId: Id.nullable(), personId: Id.nullable() }))
    .output(CaseView),
  promises: tag
    .route({
      method: 'GET',
      path: '/cases/{id}/promises',
      summary: 'What is promised and due in a case, and how that came about',
    })
    .input(IdParam)
    .output(CasePromises),
  ...caseFormRoutes,
  fillReply: tag
    .route({
      method: 'GET',
      path: '/cases/{id}/reply-templates/{templateId}',
      summary: 'A reply template with what the case knows in it, in the language of the case',
    })
    .input(z.object({ id: Id, templateId: Id }))
    .output(FilledReply),
  acknowledge: tag
    .route({
      method: 'PUT',
      path: '/cases/{id}/acknowledgement',
      summary: 'Record that the customer was told by phone, in person or by letter that the case is received',
    })
    .input(z.object({ id: Id, channel: z.enum(['phone', 'visit', 'letter']) }))
    .output(CaseView),
  assess: tag
    .route({ method: 'PUT', path: '/cases/{id}/assessment', summary: 'Say how grave a case is and what is sought' })
    .input(AssessmentInput.extend({ id: Id }))
    .output(CaseView),
  ...caseProcessRoutes,
  ...caseStepRoutes,
  sendMessage: tag
    .route({ method: 'POST', path: '/cases/{id}/messages', successStatus: 201, summary: 'Write to the customer' })
    .input(z.object({ id: Id, text: Prose, attachmentIds: z.array(Id).max(20).default([]) }))
    .output(CaseView),
  recordMessage: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/recorded-messages',
      successStatus: 201,
      summary: 'Record what the customer said by phone or in person',
    })
    .input(z.object({ id: Id, text: Prose, channel: z.enum(['phone', 'visit', 'letter']) }))
    .output(CaseView),
  addNote: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/notes',
      successStatus: 201,
      summary: 'Write a note that the customer never sees',
    })
    .input(z.object({ id: Id, text: Prose, attachmentIds: z.array(Id).max(20).default([]) }))
    .output(CaseView),
  claimResolution: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/resolution',
      successStatus: 201,
      summary: 'Claim that the case is resolved and ask the customer',
    })
    .input(z.object({ id: Id, answer: Prose, attachmentIds: z.array(Id).max(20).default([]) }))
    .output(CaseView),
  reportOutcome: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/report',
      successStatus: 201,
      summary: 'Record, with evidence, that the customer accepted the answer by phone or in person',
    })
    .input(z.object({ id: Id, channel: z.enum(['phone', 'visit']), evidence: Prose, saidAt: z.coerce.date() }))
    .output(CaseView),
  reportDispute: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/reported-dispute',
      successStatus: 201,
      summary: 'Record that the customer disputed the answer by phone or in person',
    })
    .input(z.object({ id: Id, channel: z.enum(['phone', 'visit']), reason: Prose }))
    .output(CaseView),
  closeByAuthority: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/closure-by-authority',
      successStatus: 201,
      summary: 'Close for a named reason other than a solution',
    })
    .input(
      z.object({
        id: Id,
        reason: AuthorityReason,
        explanation: Prose,
        duplicateOfId: Id.nullable().optional(),
        /** Why it is decided beyond one's authority, where the matrix of the organisation lets that be. */
        overrideReason: Prose.nullable().optional(),
      }),
    )
    .output(CaseView),
  reopen: tag
    .route({ method: 'POST', path: '/cases/{id}/reopening', successStatus: 201, summary: 'Open a closed case again' })
    .input(z.object({ id: Id, reason: Prose }))
    .output(CaseView),
  wait: tag
    .route({ method: 'PUT', path: '/cases/{id}/wait', summary: 'Set a case aside until a moment, for a named reason' })
    .input(z.object({ id: Id, reason: WaitReason, until: z.coerce.date() }))
    .output(CaseView),
  endWait: tag
    .route({ method: 'DELETE', path: '/cases/{id}/wait', summary: 'Take a case up again' })
    .input(IdParam)
    .output(CaseView),
  figures: tag
    .route({ method: 'GET', path: '/figures/cases', summary: 'Claims and what became of them; open cases by age' })
    .input(
      z.object({
        from: z.coerce.date().optional(),
        to: z.coerce.date().optional(),
        unitId: Id.optional(),
        kind: CaseKind.optional(),
      }),
    )
    .output(CaseFigures),
  getSettings: tag
    .route({ method: 'GET', path: '/case-settings', summary: 'Days to lapse, reminders and reopening' })
    .input(Nothing)
    .output(z.lazy(() => CaseSettings)),
  updateSettings: tag
    .route({ method: 'PUT', path: '/case-settings', summary: 'Change days to lapse, reminders and reopening' })
    .input(z.lazy(() => CaseSettings))
    .output(z.lazy(() => CaseSettings)),
};

export const CaseSettings = z
  .object({
    /** Days of silence after which a claim lapses. */
    lapseDays: z.int().min(1).max(90),
    /** Days after the claim on which the customer is reminded; each before the lapse. */
    reminderDays: z.array(z.int().min(1).max(89)).max(5),
    /** Days after closing in which the customer may reopen. */
    reopenDays: z.int().min(0).max(365),
  })
  .refine((settings) => settings.reminderDays.every((day) => day < settings.lapseDays), {
    path: ['reminderDays'],
    error: 'reminder-after-lapse',
  });
export type CaseSettings = z.infer<typeof CaseSettings>;
