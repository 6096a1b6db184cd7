// What the API says about knowledge: documents and their versions, review, topics, search.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseKind } from './catalogue.ts';
import {
  Id,
  IdParam,
  Instant,
  IsoDate,
  Language,
  Line,
  LocaleText,
  Nothing,
  PageQuery,
  PersonRef,
  Prose,
  pageOf,
} from './common.ts';
import { topicRoutes } from './knowledge-topics.ts';
import { voiceRoutes } from './knowledge-voices.ts';
import { RichText } from './rich-text.ts';

export const DocumentKind = z.enum([
  'article',
  'procedure',
  'policy',
  'regulation',
  'objective',
  'responsibility',
  'step-sheet',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** What customers may be given to read; the others are for staff, whatever the version says. */
export const publicKinds = ['article', 'policy', 'regulation'] as const satisfies readonly DocumentKind[];

export const Audience = z.enum(['public', 'staff']);
export type Audience = z.infer<typeof Audience>;

/**
 * draft → in-review → approved → in-force → superseded (by the next) or retired (with the document). Sent back and withdrawn
 * reviews make it a draft again. `recalled`: approved, but called back before its day.
 */
export const VersionState = z.enum(['draft', 'in-review', 'approved', 'in-force', 'superseded', 'retired', 'recalled']);
export type VersionState = z.infer<typeof VersionState>;

/** One part of whom something concerns; together they are added up. A unit counts with all below it. */
export const Concern = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('unit'), unitId: Id }),
  z.object({ kind: z.literal('role'), role: z.enum(['administrator', 'service-manager', 'agent', 'observer']) }),
  z.object({ kind: z.literal('position'), positionId: Id }),
  z.object({ kind: z.literal('person'), personId: Id }),
]);
export type Concern = z.infer<typeof Concern>;
export const Concerns = z.array(Concern).max(100);

export const mostSteps = 50;
/** A step keeps its id in every language and from version to version, so that questions stay with it. */
export const Step = z.object({
  id: Id,
  title: Line,
  body: RichText.nullable().default(null),
  /** What has to be true before the next step. */
  check: Line.nullable().default(null),
});
export type Step = z.infer<typeof Step>;

/** A text in one language. Drafts may be unfinished; for a review title and body (or steps) must be there in each language. */
export const VersionText = z.object({
  language: Language,
  title: z.string().trim().max(200),
  summary: z.string().trim().max(500),
  body: RichText,
  /** Step sheets only. */
  steps: z.array(Step).max(mostSteps).default([]),
});
export type VersionText = z.infer<typeof VersionText>;

/** A question that whoever confirms having read must answer; one choice is right. */
export const ControlQuestion = z.object({
  id: Id,
  text: LocaleText,
  choices: z
    .array(z.object({ id: Id, text: LocaleText, right: z.boolean() }))
    .min(2)
    .max(6),
  /** What to read again after a wrong answer. */
  readAgain: LocaleText.nullable().default(null),
});
export type ControlQuestion = z.infer<typeof ControlQuestion>;

export const mostReceiptDays = 365;
const draftFields = {
  texts: z.array(VersionText).min(1).max(3),
  audience: Audience,
  /** Says the same as the version before in better words: receipts of before count on. The approver confirms it. */
  editorial: z.boolean(),
  /** What changed and why, for reviewers and readers. */
  changeNote: z.string().trim().max(2000).nullable(),
  /** First day in force, by the organisation's clock; null, or a day that has begun: with the approval. */
  validFrom: IsoDate.nullable(),
  demandsReceipt: z.boolean(),
  /** Days from coming into force, or from being concerned, until the receipt is due. */
  receiptDays: z.int().min(1).max(mostReceiptDays),
  questions: z.array(ControlQuestion).max(10),
};
/** The whole draft as it shall be. `revision` is the one it was made from: `knowledge.changed-meanwhile` when another was first. */
export const DraftInput = z.object({ ...draftFields, revision: z.int() });
export type DraftInput = z.infer<typeof DraftInput>;

export const Review = z.object({
  id: Id,
  askedBy: PersonRef.nullable(),
  askedAt: Instant,
  reviewers: z.array(PersonRef),
  /** Null while it waits. */
  decision: z.enum(['approved', 'sent-back', 'withdrawn']).nullable(),
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

export const VersionBrief = z.object({
  number: z.int(),
  state: VersionState,
  audience: Audience,
  editorial: z.boolean(),
  changeNote: z.string().nullable(),
  languages: z.array(Language),
  /** Everybody who changed the draft. None of them can approve it. */
  authors: z.array(PersonRef),
  demandsReceipt: z.boolean(),
  validFrom: IsoDate.nullable(),
  createdAt: Instant,
  approvedBy: PersonRef.nullable(),
  approvedAt: Instant.nullable(),
  inForceFrom: Instant.nullable(),
  inForceUntil: Instant.nullable(),
});
export type VersionBrief = z.infer<typeof VersionBrief>;

export const Version = VersionBrief.omit({ languages: true }).extend({
  documentId: Id,
  /** Rises with each saved change of the draft. */
  revision: z.int(),
  /** `questions` tells which choice is right: empty for whoever neither wrote nor decides, unless it is a draft. */
  ...draftFields,
  /** Receipts of versions from this number on count for this one. */
  receiptSince: z.int(),
  /** Newest first. */
  reviews: z.array(Review),
  /** Whether the reader wrote in it, and whether the reader may approve or send back now. */
  isAuthor: z.boolean(),
  mayDecide: z.boolean(),
});
export type Version = z.infer<typeof Version>;

const receiptFields = {
  askedAt: Instant,
  dueAt: Instant,
  readAt: Instant.nullable(),
};
export const OwnReceipt = z.object({
  documentId: Id,
  documentNumber: z.int(),
  kind: DocumentKind,
  title: LocaleText,
  version: z.int(),
  ...receiptFields,
});
export type OwnReceipt = z.infer<typeof OwnReceipt>;

export const DocumentBrief = z.object({
  id: Id,
  /** Counted per organisation; in addresses of public pages. */
  number: z.int(),
  /** The organisation's own, such as "CS-PR-04". */
  code: z.string().nullable(),
  kind: DocumentKind,
  /** Of the version in force, else of the newest. */
  title: LocaleText,
  summary: LocaleText.nullable(),
  languages: z.array(Language),
  audience: Audience,
  topicId: Id.nullable(),
  owner: PersonRef,
  /** In force. */
  current: z.object({ number: z.int(), inForceFrom: Instant }).nullable(),
  /** Draft, in review, or approved and waiting for its day. */
  open: z.object({ number: z.int(), state: VersionState, validFrom: IsoDate.nullable() }).nullable(),
  retiredAt: Instant.nullable(),
  nextReviewOn: IsoDate.nullable(),
  changedAt: Instant,
  /** What is asked of the reader for the version in force. */
  receipt: z.object({ version: z.int(), ...receiptFields }).nullable(),
});
export type DocumentBrief = z.infer<typeof DocumentBrief>;

const filingFields = {
  code: z.string().trim().min(1).max(40).nullable(),
  topicId: Id.nullable(),
  ownerId: Id,
  /** Categories of cases, products, kinds of case that it helps with. */
  categoryIds: z.array(Id).max(50),
  productIds: z.array(Id).max(50),
  caseKinds: z.array(CaseKind).max(5),
  /** Months from one look at whether it is still right to the next; null: not by itself. */
  reviewEveryMonths: z.int().min(1).max(120).nullable(),
  nextReviewOn: IsoDate.nullable(),
};
export const FilingInput = z.object(filingFields);
export type FilingInput = z.infer<typeof FilingInput>;

export const Document = DocumentBrief.extend({
  ...filingFields,
  concerns: z.array(Concern),
  createdAt: Instant,
  retiredBy: PersonRef.nullable(),
  retireReason: z.string().nullable(),
  /** Newest first. */
  versions: z.array(VersionBrief),
  /** Looks at whether it is still right, without a new version; newest first, the last twenty. */
  checks: z.array(z.object({ at: Instant, by: PersonRef.nullable(), note: z.string().nullable() })),
  /** What the reader may do: begin or change a draft, file it, say whom it concerns and see who has read it, retire it. */
  may: z.object({ write: z.boolean(), file: z.boolean(), seeReceipts: z.boolean(), retire: z.boolean() }),
});
export type Document = z.infer<typeof Document>;

/** The version in force as a reader sees it, in the language asked for or, where it has none, in another. */
export const Reading = z.object({
  id: Id,
  number: z.int(),
  code: z.string().nullable(),
  kind: DocumentKind,
  audience: Audience,
  topicId: Id.nullable(),
  owner: PersonRef,
  version: z.int(),
  editorial: z.boolean(),
  changeNote: z.string().nullable(),
  inForceFrom: Instant,
  nextReviewOn: IsoDate.nullable(),
  /** Which it is given in; `asked` is not among `languages` when it is another. */
  language: Language,
  asked: Language,
  languages: z.array(Language),
  title: z.string(),
  summary: z.string(),
  body: RichText,
  steps: z.array(Step),
  receipt: z
    .object({
      ...receiptFields,
      /** Without which choice is right. */
      questions: z.array(
        z.object({ id: Id, text: LocaleText, choices: z.array(z.object({ id: Id, text: LocaleText })) }),
      ),
    })
    .nullable(),
  /** What the reader said last about this version. */
  feedback: z.object({ helpful: z.boolean(), missing: z.string().nullable() }).nullable(),
});
export type Reading = z.infer<typeof Reading>;

/** A piece of a comparison, in reading order. */
export const ComparedPart = z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() });
export const Comparison = z.object({
  from: z.int().nullable(),
  to: z.int(),
  /** Languages of either version. A paragraph is a list of parts; one that stayed has one part, `same`. */
  texts: z.array(
    z.object({
      language: Language,
      title: z.array(ComparedPart),
      summary: z.array(ComparedPart),
      paragraphs: z.array(z.array(ComparedPart)),
    }),
  ),
  /** Besides the texts. */
  fields: z.array(z.enum(['audience', 'receipt', 'questions'])),
});
export type Comparison = z.infer<typeof Comparison>;

export const FoundKind = z.enum([...DocumentKind.options, 'reply-template']);
export type FoundKind = z.infer<typeof FoundKind>;
export const Found = z.object({
  /** Of the document or the reply template. */
  id: Id,
  number: z.int().nullable(),
  kind: FoundKind,
  language: Language,
  title: z.string(),
  summary: z.string(),
  audience: Audience,
  /** Comparable within one answer only. */
  score: z.number(),
});
export type Found = z.infer<typeof Found>;

const tag = oc.route({ tags: ['knowledge'] });
const document = '/knowledge/documents/{id}';
const ids = (max: number) => z.array(Id).max(max);

/** Reading: all staff. Writing drafts: `knowledge.write`. Deciding on reviews: `knowledge.approve`. The rest is said at each. */
export const knowledgeContract = {
  ...topicRoutes,

  /** The one changed last comes first. Drafts and reviews of others are seen by those who write. */
  listDocuments: tag
    .route({ method: 'GET', path: '/knowledge/documents', summary: 'Documents' })
    .input(
      PageQuery.extend({
        kind: DocumentKind.optional(),
        /** In force; not yet finished (draft or in review); waits for a decision; approved and waiting; retired. */
        state: z.enum(['in-force', 'draft', 'in-review', 'approved', 'retired']).optional(),
        audience: Audience.optional(),
        /** With the topics below it. */
        topicId: Id.optional(),
        categoryId: Id.optional(),
        productId: Id.optional(),
        owner: z.enum(['me']).optional(),
        /** The date of the next look has come. */
        reviewDue: z.enum(['yes']).optional(),
        /** Words in a title, code or text. */
        q: z.string().trim().max(200).optional(),
      }),
    )
    .output(pageOf(DocumentBrief)),
  /** `knowledge.write`. Begins version 1 as a draft; whoever creates it is the owner unless another is named. */
  createDocument: tag
    .route({ method: 'POST', path: '/knowledge/documents', successStatus: 201, summary: 'Begin a document' })
    .input(
      z.object({
        kind: DocumentKind,
        audience: Audience.default('staff'),
        language: Language,
        title: z.string().trim().min(1).max(200),
        topicId: Id.nullable().default(null),
        ownerId: Id.optional(),
        code: filingFields.code.default(null),
      }),
    )
    .output(z.object({ id: Id, version: z.int() })),
  getDocument: tag.route({ method: 'GET', path: document, summary: 'A document' }).input(IdParam).output(Document),
  readDocument: tag
    .route({ method: 'GET', path: `${document}/reading`, summary: 'The version in force, to be read' })
    .input(IdParam.extend({ language: Language }))
    .output(Reading),
  getVersion: tag
    .route({ method: 'GET', path: `${document}/versions/{version}`, summary: 'A version; drafts for those who write' })
    .input(IdParam.extend({ version: z.coerce.number().int().min(1) }))
    .output(Version),
  /** With the version in force before it, unless another is named. */
  compareVersions: tag
    .route({ method: 'GET', path: `${document}/versions/{version}/comparison`, summary: 'What changed' })
    .input(
      IdParam.extend({
        version: z.coerce.number().int().min(1),
        from: z.coerce.number().int().min(1).optional(),
      }),
    )
    .output(Comparison),
  /** From the version in force, else the newest. One version at a time is open. */
  beginDraft: tag
    .route({ method: 'POST', path: `${document}/draft`, successStatus: 201, summary: 'Begin a new version' })
    .input(IdParam)
    .output(Version),
  saveDraft: tag
    .route({ method: 'PUT', path: `${document}/draft`, summary: 'Save the draft' })
    .input(DraftInput.extend({ id: Id }))
    .output(z.object({ revision: z.int() })),
  /** A document that has nothing else goes with it. */
  discardDraft: tag
    .route({ method: 'DELETE', path: `${document}/draft`, summary: 'Throw the draft away' })
    .input(IdParam)
    .output(Nothing),
  /** Refused with faults that say which field of which language lacks what. */
  askReview: tag
    .route({ method: 'POST', path: `${document}/review`, successStatus: 201, summary: 'Ask for a review' })
    .input(IdParam.extend({ reviewerIds: ids(20).min(1) }))
    .output(Version),
  /** An author, or `knowledge.manage`. */
  withdrawReview: tag
    .route({ method: 'DELETE', path: `${document}/review`, summary: 'Take the draft back from review' })
    .input(IdParam)
    .output(Version),
  /** `knowledge.approve`, and not an author of the version: `knowledge.own-version`. */
  approve: tag
    .route({ method: 'POST', path: `${document}/review/approval`, successStatus: 201, summary: 'Approve the version' })
    .input(IdParam.extend({ version: z.int(), editorialConfirmed: z.boolean().default(false) }))
    .output(Version),
  sendBack: tag
    .route({ method: 'POST', path: `${document}/review/return`, successStatus: 201, summary: 'Send it back' })
    .input(IdParam.extend({ version: z.int(), reason: Prose }))
    .output(Version),
  /** `knowledge.approve`: an approved version that is not in force yet. */
  recall: tag
    .route({ method: 'POST', path: `${document}/recall`, successStatus: 201, summary: 'Call an approved version back' })
    .input(IdParam.extend({ reason: Prose }))
    .output(Version),
  /** The owner, or `knowledge.manage`; as filing, concerns and checks. */
  retire: tag
    .route({ method: 'POST', path: `${document}/retirement`, successStatus: 201, summary: 'Retire the document' })
    .input(IdParam.extend({ reason: Prose }))
    .output(Nothing),
  fileDocument: tag
    .route({ method: 'PUT', path: `${document}/filing`, summary: 'Topic, owner, relations, next look' })
    .input(FilingInput.extend({ id: Id }))
    .output(Nothing),
  setConcerns: tag
    .route({ method: 'PUT', path: `${document}/concerns`, summary: 'Whom it concerns' })
    .input(IdParam.extend({ concerns: Concerns }))
    .output(Nothing),
  recordCheck: tag
    .route({ method: 'POST', path: `${document}/checks`, successStatus: 201, summary: 'Looked at: it is still right' })
    .input(IdParam.extend({ nextReviewOn: IsoDate.nullable(), note: z.string().trim().max(2000).nullable() }))
    .output(Nothing),

  search: tag
    .route({ method: 'GET', path: '/knowledge/search', summary: 'What is in force, by words' })
    .input(
      z.object({
        q: z.string().trim().min(1).max(200),
        language: Language.optional(),
        kind: FoundKind.optional(),
        audience: Audience.optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
    )
    .output(z.object({ items: z.array(Found) })),
  /** By similarity of the text, rare words first; what is related to kind, category or product comes before the rest. */
  suggest: tag
    .route({ method: 'POST', path: '/knowledge/suggestions', summary: 'What may help with a text' })
    .input(
      z.object({
        text: z.string().max(20_000),
        language: Language,
        caseKind: CaseKind.nullable().default(null),
        categoryId: Id.nullable().default(null),
        productId: Id.nullable().default(null),
        kinds: z.array(FoundKind).max(8).default([]),
        limit: z.int().min(1).max(20).default(8),
      }),
    )
    .output(z.object({ items: z.array(Found) })),
  /** Step sheets in force that are filed under the kind, category or product of a case. */
  stepSheets: tag
    .route({ method: 'GET', path: '/knowledge/step-sheets', summary: 'Step sheets for a case' })
    .input(
      z.object({
        language: Language,
        caseKind: CaseKind.optional(),
        categoryId: Id.optional(),
        productId: Id.optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({ id: Id, version: z.int(), language: Language, title: z.string(), steps: z.array(Step) }),
        ),
      }),
    ),

  ...voiceRoutes,
};
