// What the API says about tasks of units and about hand-offs between them.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FileView, Id, IdParam, Instant, LocaleText, PageQuery, PersonRef, Prose, pageOf } from './common.ts';
import { FormAnswers, FormVersion } from './forms.ts';
import { Subject, Variables } from './process-instances.ts';
import { ModelKey, UnitRef } from './processes.ts';
import { Derivation } from './service-policies.ts';

/**
 * `offered`: handed over and not accepted yet. `returned`: refused by the receiver, back with the unit that offered it. `open`: the
 * unit has it, nobody claimed it. `claimed`: somebody works on it. `completed` and `withdrawn` (the process no longer wants it) have ended.
 */
export const TaskState = z.enum(['offered', 'returned', 'open', 'claimed', 'completed', 'withdrawn']);
export type TaskState = z.infer<typeof TaskState>;

export const HandOffState = z.enum(['offered', 'accepted', 'refused', 'withdrawn']);
export type HandOffState = z.infer<typeof HandOffState>;

export const HandOff = z.object({
  id: Id,
  taskId: Id,
  from: UnitRef,
  to: UnitRef,
  state: HandOffState,
  /** What is handed over, and when the receiver takes it. */
  what: z.string(),
  criteria: z.array(z.string()),
  offeredAt: Instant,
  offeredBy: PersonRef.nullable(),
  /** What the sender says about it. */
  note: z.string().nullable(),
  /** The end of the longest wait; null: none was agreed. */
  waitUntil: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonRef.nullable(),
  /** Why it was refused, and which criteria it did not meet. */
  reason: z.string().nullable(),
  unmet: z.array(z.string()),
  /** Nobody decided within the longest wait. */
  orphanedAt: Instant.nullable(),
  /** The work went back and forth between the two. */
  pingPong: z.boolean(),
});
export type HandOff = z.infer<typeof HandOff>;

export const TaskBrief = z.object({
  id: Id,
  name: z.string(),
  state: TaskState,
  instanceId: Id,
  token: z.int(),
  elementId: z.string(),
  model: z.object({ id: Id, key: ModelKey, name: LocaleText }),
  version: z.int(),
  subject: Subject.nullable(),
  /** Who owes the next step: while it is returned, the unit that offered it. */
  unit: UnitRef,
  assignee: PersonRef.nullable(),
  priority: z.number().nullable(),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  endedAt: Instant.nullable(),
  /** The end of the longest wait of the hand-off that is offered. */
  waitUntil: Instant.nullable(),
});
export type TaskBrief = z.infer<typeof TaskBrief>;

export const TaskComment = z.object({
  id: Id,
  body: z.string(),
  at: Instant,
  /** Null: the process itself. */
  by: PersonRef.nullable(),
  files: z.array(FileView),
});
export type TaskComment = z.infer<typeof TaskComment>;

export const TaskClaim = z.object({
  person: PersonRef,
  at: Instant,
  /** Who gave it to the person; null: claimed. */
  by: PersonRef.nullable(),
  until: Instant.nullable(),
  end: z.enum(['released', 'delegated', 'reassigned', 'completed', 'withdrawn']).nullable(),
});
export type TaskClaim = z.infer<typeof TaskClaim>;

/** What is filled in to complete a task, by the version that was in use when the task opened. */
export const TaskForm = z.object({
  version: FormVersion,
  /** While it is open, what the process knows already under the same names; once it has ended, what was answered. */
  answers: FormAnswers,
  /** Keys of answers that are there and not for whoever asks: personal data outside their rights. */
  hidden: z.array(z.string()),
  /** Files that answers name. */
  files: z.array(FileView),
});
export type TaskForm = z.infer<typeof TaskForm>;

export const Task = TaskBrief.extend({
  /** Key of the form, as the diagram says. */
  formKey: z.string().nullable(),
  /** Null: the diagram names none, or none of that key was in use when the task opened. */
  form: TaskForm.nullable(),
  /** The id of the document of the step sheet, as the diagram says. */
  stepSheet: z.string().nullable(),
  /** The title of the position whose work it is, as the diagram says: whoever heads the unit, or one above it, may do it too. */
  position: z.string().nullable(),
  /** The action of the matrix of authority that completing it takes. */
  authority: z.object({ action: z.string(), withAmount: z.boolean() }).nullable(),
  /** What the task sees of the process. */
  variables: Variables,
  derivation: Derivation.nullable(),
  /** Newest first. */
  claims: z.array(TaskClaim),
  handOffs: z.array(HandOff),
  /** Oldest first; of all tasks of this instance. */
  comments: z.array(TaskComment.extend({ taskId: Id.nullable() })),
  completedBy: PersonRef.nullable(),
  /** Why it was withdrawn: the instance was cancelled, an event interrupted it, or the like. */
  withdrawal: z.enum(['interrupted', 'cancelled', 'ended']).nullable(),
  /** What the reader may do now. */
  may: z.object({
    claim: z.boolean(),
    release: z.boolean(),
    assign: z.boolean(),
    delegate: z.boolean(),
    complete: z.boolean(),
    decideHandOff: z.boolean(),
    offerAgain: z.boolean(),
    comment: z.boolean(),
    /** Files of comments and answers. */
    openFiles: z.boolean(),
  }),
});
export type Task = z.infer<typeof Task>;

/** Of hand-offs offered in the last 90 days, by pair of units; process-level, no person. Numbers behind which fewer than five stand are null. */
export const HandOffFindings = z.object({
  from: Instant,
  until: Instant,
  pairs: z.array(
    z.object({
      model: z.object({ id: Id, key: ModelKey, name: LocaleText }),
      from: UnitRef,
      to: UnitRef,
      offered: z.int().nullable(),
      accepted: z.int().nullable(),
      refused: z.int().nullable(),
      waiting: z.int().nullable(),
      /** Longest wait passed without a decision. */
      orphaned: z.int().nullable(),
      /** The work came back to a unit that had handed it over (A, B, A). */
      pingPong: z.int().nullable(),
      /** Middle of the minutes from offer to decision. */
      waitMinutes: z.number().nullable(),
    }),
  ),
  /** Somebody wanted a task that was another's already. */
  doubleClaims: z.array(
    z.object({
      model: z.object({ id: Id, key: ModelKey, name: LocaleText }),
      elementId: z.string(),
      name: z.string(),
      unit: UnitRef,
      count: z.int().nullable(),
    }),
  ),
});
export type HandOffFindings = z.infer<typeof HandOffFindings>;

const tag = oc.route({ tags: ['tasks'] });
const task = '/tasks/{id}';

/** `task.work`, within one's units and those below; `process.view` reads all, `process.operate` assigns all. */
export const tasksContract = {
  /** Open ones: what is due first comes first, what has no due time last. Ended ones: the last first. */
  list: tag
    .route({ method: 'GET', path: '/tasks', summary: 'Tasks' })
    .input(
      PageQuery.extend({
        /** `mine`: claimed by me. `units`: of my units. `all`: `process.view`. */
        of: z.enum(['mine', 'units', 'all']).default('units'),
        /** Without: all that have not ended. */
        state: TaskState.optional(),
        overdue: z.enum(['yes']).optional(),
        unitId: Id.optional(),
        modelId: Id.optional(),
        instanceId: Id.optional(),
        subjectType: Subject.shape.type.optional(),
        subjectId: Id.optional(),
      }),
    )
    .output(pageOf(TaskBrief)),
  get: tag.route({ method: 'GET', path: task, summary: 'A task' }).input(IdParam).output(Task),
  /** `task.claimed-by-another` where somebody was first: that is recorded as a double claim. */
  claim: tag
    .route({ method: 'POST', path: `${task}/claim`, successStatus: 201, summary: 'Claim a task' })
    .input(IdParam)
    .output(Task),
  release: tag
    .route({ method: 'DELETE', path: `${task}/claim`, summary: 'Give a claim back' })
    .input(IdParam)
    .output(Task),
  /** A head of the unit, or of one above it, or `process.operate`: to somebody of the unit, or to another unit. */
  assign: tag
    .route({ method: 'POST', path: `${task}/assignment`, successStatus: 201, summary: 'Assign a task' })
    .input(IdParam.extend({ personId: Id.nullable(), unitId: Id.optional() }))
    .output(Task),
  /** Whoever has it gives it to somebody of the same unit. */
  delegate: tag
    .route({ method: 'POST', path: `${task}/delegation`, successStatus: 201, summary: 'Delegate a task' })
    .input(IdParam.extend({ personId: Id, note: Prose.nullable().default(null) }))
    .output(Task),
  /** By whoever has it. `variables` and `answers` go into the process; answers stay with the task too. */
  complete: tag
    .route({ method: 'POST', path: `${task}/completion`, successStatus: 201, summary: 'Complete a task' })
    /** `answers`: to its form, by the keys of fields. `overrideReason`: goes beyond authority where the action allows it. */
    .input(
      IdParam.extend({
        variables: Variables.default({}),
        answers: FormAnswers.optional(),
        overrideReason: Prose.nullable().optional(),
      }),
    )
    .output(Task),
  /** It ends with an error that the diagram may catch. */
  throwError: tag
    .route({ method: 'POST', path: `${task}/error`, successStatus: 201, summary: 'End a task with an error' })
    .input(IdParam.extend({ code: z.string().trim().min(1).max(100), variables: Variables.default({}) }))
    .output(Task),
  comment: tag
    .route({ method: 'POST', path: `${task}/comments`, successStatus: 201, summary: 'Comment on a task' })
    .input(IdParam.extend({ body: Prose, fileIds: z.array(Id).max(20).default([]) }))
    .output(Task),

  /** What is offered to my units, or by them; the oldest first. */
  listHandOffs: tag
    .route({ method: 'GET', path: '/hand-offs', summary: 'Hand-offs' })
    .input(
      PageQuery.extend({
        of: z.enum(['to-my-units', 'from-my-units', 'all']).default('to-my-units'),
        state: HandOffState.default('offered'),
        finding: z.enum(['orphaned', 'ping-pong']).optional(),
        modelId: Id.optional(),
      }),
    )
    .output(pageOf(HandOff.extend({ task: TaskBrief }))),
  acceptHandOff: tag
    .route({
      method: 'POST',
      path: `${task}/hand-off/acceptance`,
      successStatus: 201,
      summary: 'Accept what was handed over',
    })
    .input(IdParam.extend({ claim: z.boolean().default(false) }))
    .output(Task),
  /** It returns to the unit that offered it. */
  refuseHandOff: tag
    .route({
      method: 'POST',
      path: `${task}/hand-off/refusal`,
      successStatus: 201,
      summary: 'Refuse what was handed over',
    })
    .input(IdParam.extend({ reason: Prose, unmet: z.array(z.string().max(300)).max(20).default([]) }))
    .output(Task),
  /** After a refusal: put right, and offered once more. */
  offerAgain: tag
    .route({ method: 'POST', path: `${task}/hand-off/offer`, successStatus: 201, summary: 'Offer it again' })
    .input(IdParam.extend({ note: Prose, variables: Variables.default({}) }))
    .output(Task),
  findings: tag
    .route({ method: 'GET', path: '/figures/hand-offs', summary: 'Where hand-offs go wrong' })
    .input(z.object({ modelId: Id.optional() }))
    .output(HandOffFindings),
};
