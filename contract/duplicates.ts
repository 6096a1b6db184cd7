// What the API says about duplicates: records that may be one customer, merging them, and taking a merge back.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, IsoDate, Line, LocaleText, Nothing, PageQuery, pageOf } from './common.ts';
import { Consent, CustomerKind } from './customers.ts';

export const EvidenceField = z.enum([
  'given-name',
  'other-names',
  'company-name',
  'phone',
  'email',
  'national-id',
  'external-id',
  'birth-date',
  'region',
  'kind',
]);
export const EvidenceLevel = z.enum(['same', 'variant', 'near', 'partly', 'different']);
/** What one field says. `bits` above zero speak for one customer, below for two: log2 of how much likelier the finding is among duplicates. */
export const Evidence = z.object({ field: EvidenceField, level: EvidenceLevel, bits: z.number() });

/** A record as it is compared. */
export const ComparedRecord = z.object({
  id: Id,
  kind: CustomerKind,
  name: z.string(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  nationalId: z.string().nullable(),
  externalId: z.string().nullable(),
  birthDate: IsoDate.nullable(),
  regionName: LocaleText.nullable(),
  registeredAt: Instant,
});
export type ComparedRecord = z.infer<typeof ComparedRecord>;

export const PairState = z.enum(['proposed', 'kept-apart', 'merged']);
export const DuplicatePair = z.object({
  one: ComparedRecord,
  other: ComparedRecord,
  /** 0 to 1: how likely both are one customer. */
  probability: z.number(),
  evidence: z.array(Evidence),
  state: PairState,
  foundAt: Instant,
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

const PairIds = z.object({ oneId: Id, otherId: Id });

/** One field of both records, for choosing which value survives. */
export const MergeChoice = z.object({
  /** Name of the field, or `field:<id>` for one that the organisation defined. */
  field: z.string(),
  name: LocaleText.nullable(),
  survivor: z.object({ value: z.string().nullable(), label: LocaleText.nullable() }),
  merged: z.object({ value: z.string().nullable(), label: LocaleText.nullable() }),
});
export const MergePreview = z.object({
  survivor: ComparedRecord,
  merged: ComparedRecord,
  /** Fields in which the two differ. */
  choices: z.array(MergeChoice),
  /** What will be found under one customer. */
  joined: z.object({
    phones: z.array(z.string()),
    emails: z.array(z.string()),
    timelineEntries: z.int(),
    records: z.int(),
  }),
  /** In force once both are one: never more than each of them gave. */
  consents: z.array(Consent),
  /** In force now for one of the two, and no longer afterwards. */
  consentsLost: z.array(Consent),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const Merge = z.object({
  id: Id,
  survivorId: Id,
  survivorName: z.string(),
  mergedId: Id,
  mergedName: z.string(),
  mergedAt: Instant,
  mergedBy: z.string(),
});
export type Merge = z.infer<typeof Merge>;

export const DuplicateRun = z.object({
  id: Id,
  state: z.enum(['running', 'done', 'stopped']),
  phase: z.enum(['keys', 'pairs']),
  customers: z.int(),
  done: z.int(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type DuplicateRun = z.infer<typeof DuplicateRun>;

const tag = oc.route({ tags: ['duplicates'] });

export const duplicatesContract = {
  list: tag
    .route({
      method: 'GET',
      path: '/duplicates',
      summary: 'Pairs of records that may be one customer, the likeliest first',
    })
    .input(PageQuery.extend({ state: PairState.default('proposed') }))
    .output(pageOf(DuplicatePair).extend({ proposed: z.int() })),
  possible: tag
    .route({
      method: 'GET',
      path: '/duplicates/possible',
      summary: 'Customers who may be the one being entered, and why',
    })
    .input(
      z.object({
        kind: CustomerKind.default('person'),
        name: Line,
        email: z.string().trim().max(254).optional(),
        phone: z.string().trim().max(40).optional(),
        nationalId: z.string().trim().max(100).optional(),
        birthDate: IsoDate.optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(z.object({ record: ComparedRecord, probability: z.number(), evidence: z.array(Evidence) })),
      }),
    ),
  keepApart: tag
    .route({ method: 'POST', path: '/duplicates/kept-apart', summary: 'Say that pairs are different customers' })
    .input(z.object({ pairs: z.array(PairIds).min(1).max(100) }))
    .output(Nothing),
  proposeAgain: tag
    .route({ method: 'POST', path: '/duplicates/proposed', summary: 'Take back that a pair is two customers' })
    .input(PairIds)
    .output(Nothing),
  preview: tag
    .route({
      method: 'GET',
      path: '/duplicates/preview',
      summary: 'What a merge would join, and where the records differ',
    })
    .input(z.object({ survivorId: Id, mergedId: Id }))
    .output(MergePreview),
  merge: tag
    .route({ method: 'POST', path: '/merges', successStatus: 201, summary: 'Make one record count as another' })
    .input(
      z.object({
        survivorId: Id,
        mergedId: Id,
        /** Fields whose value of the merged record survives. */ take: z.array(z.string().max(60)).max(200),
      }),
    )
    .output(Merge),
  mergeAll: tag
    .route({
      method: 'POST',
      path: '/merges/bulk',
      summary: 'Merge several pairs: the older record survives and takes what it lacks',
    })
    .input(z.object({ pairs: z.array(PairIds).min(1).max(100) }))
    .output(z.object({ merged: z.int(), skipped: z.int() })),
  unmerge: tag
    .route({ method: 'POST', path: '/merges/{id}/undo', summary: 'Take a merge back' })
    .input(IdParam)
    .output(Nothing),
  mergesOf: tag
    .route({ method: 'GET', path: '/customers/{id}/merges', summary: 'Merges in force that a record has part in' })
    .input(IdParam)
    .output(z.object({ items: z.array(Merge) })),
  startRun: tag
    .route({
      method: 'POST',
      path: '/duplicates/runs',
      successStatus: 201,
      summary: 'Compare all customers, in the background',
    })
    .input(Nothing)
    .output(DuplicateRun),
  stopRun: tag
    .route({ method: 'POST', path: '/duplicates/runs/{id}/stop', summary: 'Stop a comparison; what it found stays' })
    .input(IdParam)
    .output(DuplicateRun),
  lastRun: tag
    .route({ method: 'GET', path: '/duplicates/runs/last', summary: 'The last comparison of all customers' })
    .input(Nothing)
    .output(z.object({ run: DuplicateRun.nullable() })),
};
