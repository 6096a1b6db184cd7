// What the API says about the processes of cases: which one the cases of a category run by, and where those of a case stand.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, LocaleText, Nothing } from './common.ts';
import { InstanceStatus, WaitsFor } from './process-instances.ts';
import { ModelKey, UnitRef } from './processes.ts';

const ModelRef = z.object({ id: Id, key: ModelKey, name: LocaleText });

/** `cancel`: what runs for the case is cancelled with it. `continue`: it goes on, for work that is owed after the end. */
export const WhenCaseEnds = z.enum(['cancel', 'continue']);
export type WhenCaseEnds = z.infer<typeof WhenCaseEnds>;

export const CategoryProcess = z.object({
  categoryId: Id,
  model: ModelRef,
  /** Null: whichever is in force when a case begins it. */
  version: z.int().min(1).nullable(),
  whenCaseEnds: WhenCaseEnds,
  /** The model is retired: no case begins it any more. */
  retired: z.boolean(),
});
export type CategoryProcess = z.infer<typeof CategoryProcess>;

/** A place where it waits. Those in processes that it calls are among them. */
export const CaseStanding = z.object({
  elementId: z.string(),
  /** Of the step in the diagram. */
  name: z.string().nullable(),
  waitsFor: WaitsFor,
  since: Instant,
  /** Of a person's step. */
  task: z.object({ id: Id, unit: UnitRef, dueAt: Instant.nullable(), overdue: z.boolean() }).nullable(),
  /** A step failed; somebody has to set it right. */
  incident: z.boolean(),
});
export type CaseStanding = z.infer<typeof CaseStanding>;

export const CaseProcess = z.object({
  instanceId: Id,
  model: ModelRef,
  version: z.int(),
  status: InstanceStatus,
  startedAt: Instant,
  /** Begun by a person; otherwise by the category. */
  byHand: z.boolean(),
  endedAt: Instant.nullable(),
  standsAt: z.array(CaseStanding),
});
export type CaseProcess = z.infer<typeof CaseProcess>;

/** What the customer reads: the promise of the process, and the steps with words for customers that it came to, in order. */
export const CaseProgress = z.object({
  promise: LocaleText.nullable(),
  stages: z.array(z.object({ words: LocaleText, at: Instant, now: z.boolean() })),
});
export type CaseProgress = z.infer<typeof CaseProgress>;

const tag = oc.route({ tags: ['cases'] });

export const caseProcessRoutes = {
  /** All of them: at most one a category. `catalogue.read`. */
  categoryProcesses: tag
    .route({ method: 'GET', path: '/category-processes', summary: 'Which processes cases run by' })
    .output(z.object({ items: z.array(CategoryProcess) })),
  /** New cases begin it; cases that are there are left as they are. `catalogue.manage`. */
  setCategoryProcess: tag
    .route({ method: 'PUT', path: '/categories/{id}/process', summary: 'Let cases of a category run by a process' })
    .input(
      IdParam.extend({
        modelId: Id,
        version: z.int().min(1).nullable().default(null),
        whenCaseEnds: WhenCaseEnds.default('cancel'),
      }),
    )
    .output(CategoryProcess),
  removeCategoryProcess: tag
    .route({ method: 'DELETE', path: '/categories/{id}/process', summary: 'Let them run by no process' })
    .input(IdParam)
    .output(Nothing),
  /** The newest first, at most twenty. */
  processes: tag
    .route({ method: 'GET', path: '/cases/{id}/processes', summary: 'Processes of a case, and where they stand' })
    .input(IdParam)
    .output(z.object({ items: z.array(CaseProcess), progress: CaseProgress.nullable() })),
  /** Beside what the category begins. Refused while one of this model runs for the case. `process.start`. */
  beginProcess: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/processes',
      successStatus: 201,
      summary: 'Begin a process for a case by hand',
    })
    .input(IdParam.extend({ modelKey: ModelKey }))
    .output(CaseProcess),
};
