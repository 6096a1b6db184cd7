// What the API says about the classification of processes, and which of its elements the organisation covers with processes of its own.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, Instant, LocaleText, PersonRef, Prose } from './common.ts';
import { ModelKey, ModelStatus, UnitRef } from './processes.ts';

export const PcfId = z.int().min(10_000).max(99_999);

/** An element of the Process Classification Framework of APQC. */
export const ClassificationElement = z.object({
  pcfId: PcfId,
  /** Its place in this edition, such as 6.2.3; numbers move between editions, the id does not. */
  number: z.string(),
  name: LocaleText,
  parentId: PcfId.nullable(),
});
export type ClassificationElement = z.infer<typeof ClassificationElement>;

const licensed = {
  /** Of the framework's owner: it goes with every copy of ids and names. */
  notice: z.string(),
  edition: z.string(),
};

export const Classification = z.object({ ...licensed, elements: z.array(ClassificationElement) });
export type Classification = z.infer<typeof Classification>;

/** A process of the organisation as the map shows it: about the process, never about a person. */
export const CoveringModel = z.object({
  id: Id,
  key: ModelKey,
  name: LocaleText,
  status: ModelStatus,
  pcfId: z.int().nullable(),
  owner: PersonRef,
  unit: UnitRef,
  version: z.int().nullable(),
  /** Instances that run now. */
  running: z.int(),
  /** Tasks past their due time, and hand-offs past their longest wait. */
  overdue: z.int(),
  /** Instances that reached their end since `since`. */
  done: z.int(),
  /** Hand-offs refused since `since`; null where fewer than five were offered: behind them stand single people. */
  refused: z.int().nullable(),
});
export type CoveringModel = z.infer<typeof CoveringModel>;

/**
 * `running`: a process stands for it and runs, or ended since `since`. `declared`: one stands for it, and does not run. `parts`: some of
 * what lies below has a process. `within`: what lies above has one. `excluded`: not done on purpose, itself or what lies above.
 * `missing`: none of these.
 */
export const CoverageState = z.enum(['running', 'declared', 'parts', 'within', 'excluded', 'missing']);
export type CoverageState = z.infer<typeof CoverageState>;

export const CoverageElement = ClassificationElement.extend({
  state: CoverageState,
  /** Two processes or more stand for it. */
  twice: z.boolean(),
  models: z.array(CoveringModel),
  /** Not done here on purpose. Beside a process it is a contradiction, which is shown. */
  exclusion: z.object({ reason: z.string(), by: PersonRef, at: Instant }).nullable(),
});
export type CoverageElement = z.infer<typeof CoverageElement>;

export const Coverage = z.object({
  ...licensed,
  since: Instant,
  elements: z.array(CoverageElement),
  /** Processes without an id of the classification. */
  unclassified: z.array(CoveringModel),
  /** With an id that the shipped part of the classification does not hold. */
  outside: z.array(CoveringModel),
  /** Elements by state, those done twice, and processes that are not classified. */
  counts: z.object({
    running: z.int(),
    declared: z.int(),
    parts: z.int(),
    within: z.int(),
    excluded: z.int(),
    missing: z.int(),
    twice: z.int(),
    unclassified: z.int(),
  }),
  /** There are more processes than the map takes in. */
  partial: z.boolean(),
});
export type Coverage = z.infer<typeof Coverage>;

const tag = oc.route({ tags: ['processes'] });
const exclusion = '/process-coverage/{pcfId}/exclusion';
const PcfParam = z.object({ pcfId: z.coerce.number().int().min(10_000).max(99_999) });

/** Reading: `process.view`. Excluding: `process.classify`. As a file: `GET /api/process-coverage/file?language=en`. */
export const processCoverageContract = {
  classification: tag
    .route({ method: 'GET', path: '/process-classification', summary: 'The classification of processes' })
    .output(Classification),
  map: tag
    .route({ method: 'GET', path: '/process-coverage', summary: 'Which processes of the classification are covered' })
    .output(Coverage),
  /** Refused with `process-coverage.excluded` where it is already. */
  exclude: tag
    .route({ method: 'POST', path: exclusion, successStatus: 201, summary: 'Say that it is not done here on purpose' })
    .input(PcfParam.extend({ reason: Prose }))
    .output(Coverage),
  /** It stays on record that it was excluded. */
  include: tag
    .route({ method: 'DELETE', path: exclusion, summary: 'Lift that it is not done here' })
    .input(PcfParam)
    .output(Coverage),
};
