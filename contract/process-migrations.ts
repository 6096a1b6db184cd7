// What the API says about moving running instances to another version of their process: the dry run, the start, the stop, and the record.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, PageQuery, PersonRef, Prose, pageOf } from './common.ts';
import { Subject } from './process-instances.ts';

const elementId = z.string().min(1).max(200);

/**
 * Element → element that stands for it in the version after; what is not named stands for itself. Null takes away an event that is
 * only armed: at the edge of a step, behind an event gateway, of an event subprocess; what the version after has there begins anew.
 * Flows are named for what has come to a join.
 */
export const MigrationMapping = z
  .record(elementId, elementId.nullable())
  .refine((all) => Object.keys(all).length <= 1_000, { error: 'too-large' });
export type MigrationMapping = z.infer<typeof MigrationMapping>;

/** Why an instance cannot move. An empty element: the instance as a whole. */
export const MigrationFault = z.object({
  code: z.enum([
    'unmapped',
    'target-unknown',
    'other-kind',
    'other-place',
    'other-loop',
    'other-work',
    'not-attached',
    'two-onto-one',
    'not-understood',
    'moved-meanwhile',
    'failed',
  ]),
  elementId: z.string(),
  /** As the version before calls it; of what is new, the version after. */
  name: z.string().nullable(),
  to: z.string().nullable(),
  toName: z.string().nullable(),
});
export type MigrationFault = z.infer<typeof MigrationFault>;

/** `to` null: it is taken away, or where there are faults, nothing is found for it. */
const plannedRow = z.object({
  type: z.enum(['scope', 'token', 'arrival', 'timer', 'subscription']),
  /** Of the row; of an arrival, its scope. */
  number: z.int(),
  elementId: z.string(),
  to: z.string().nullable(),
});

export const PlannedInstance = z.object({
  instanceId: Id,
  subject: Subject.nullable(),
  startedAt: Instant,
  rows: z.array(plannedRow),
  /** None: it moves. */
  faults: z.array(MigrationFault),
});
export type PlannedInstance = z.infer<typeof PlannedInstance>;

/** Where instances stand or listen, or by which flow they came to a join (`sequence-flow`): what may be mapped, onto what. */
export const MigratedElement = z.object({
  elementId: z.string(),
  /** Of a flow without a name, that of the element it comes from. */
  name: z.string().nullable(),
  /** What is waited for there: `user-task`, `timer`, `boundary-message`, … */
  kind: z.string(),
  /** Tokens, timers and subscriptions, or arrivals, of all instances. */
  count: z.int(),
  /** Nothing stands in it but an event that waits: it may be taken away. */
  removable: z.boolean(),
  /** Null: it is taken away, or nothing is found for it. */
  to: z.string().nullable(),
  /** Whether what is found for it fits. */
  fits: z.boolean(),
  targets: z.array(z.object({ elementId: z.string(), name: z.string().nullable() })),
});
export type MigratedElement = z.infer<typeof MigratedElement>;

export const MigrationPlanPage = z.object({
  /** Instances that are asked about. */
  running: z.int(),
  /** Of all of them, with every page. */
  elements: z.array(MigratedElement),
  items: z.array(PlannedInstance),
  next: z.string().nullable(),
});
export type MigrationPlanPage = z.infer<typeof MigrationPlanPage>;

/** `ended`: had come to its end before it was its turn. `stopped`: the migration was stopped before; it goes on by its version. */
export const MigrationOutcome = z.enum(['waiting', 'migrated', 'refused', 'ended', 'stopped']);
export type MigrationOutcome = z.infer<typeof MigrationOutcome>;

export const Migration = z.object({
  id: Id,
  modelId: Id,
  from: z.int(),
  to: z.int(),
  mapping: MigrationMapping,
  reason: z.string(),
  startedAt: Instant,
  startedBy: PersonRef,
  endedAt: Instant.nullable(),
  /** With `stoppedBy`: somebody stopped it, and with that it ended. */
  stoppedAt: Instant.nullable(),
  stoppedBy: PersonRef.nullable(),
  /** They add up to the instances it was started for. */
  counts: z.object({ waiting: z.int(), migrated: z.int(), refused: z.int(), ended: z.int(), stopped: z.int() }),
});
export type Migration = z.infer<typeof Migration>;

export const MigrationInstance = z.object({
  instanceId: Id,
  outcome: MigrationOutcome,
  at: Instant.nullable(),
  faults: z.array(MigrationFault),
});
export type MigrationInstance = z.infer<typeof MigrationInstance>;

const tag = oc.route({ tags: ['processes'] });
const asked = z.object({
  id: Id,
  from: z.int().min(1),
  to: z.int().min(1),
  mapping: MigrationMapping.default({}),
  /** Without: all that run by the version before. */
  instanceIds: z.array(Id).min(1).max(200).optional(),
});

/** Reading the record: `process.view`. Planning: `process.operate`. Starting and stopping: that, as the owner of the process or who may name one. */
export const processMigrationsContract = {
  /** Nothing is written. Each page plans so many instances, the one started last first. */
  plan: tag
    .route({ method: 'POST', path: '/process-models/{id}/migration-plans', summary: 'What a migration would do' })
    .input(asked.extend(PageQuery.shape))
    .output(MigrationPlanPage),
  /** On record at once; a job moves the instances, each planned anew when it is its turn. */
  start: tag
    .route({
      method: 'POST',
      path: '/process-models/{id}/migrations',
      successStatus: 202,
      summary: 'Move running instances to another version',
    })
    .input(asked.extend({ reason: Prose }))
    .output(Migration),
  /** Instances that are moved already stay moved; those that wait go on by their version. Twice is once. */
  stop: tag
    .route({ method: 'POST', path: '/process-migrations/{id}/stop', summary: 'Stop a migration that runs' })
    .input(IdParam)
    .output(Migration),
  list: tag
    .route({ method: 'GET', path: '/process-models/{id}/migrations', summary: 'Migrations, newest first' })
    .input(IdParam.extend(PageQuery.shape))
    .output(pageOf(Migration)),
  get: tag
    .route({ method: 'GET', path: '/process-migrations/{id}', summary: 'A migration' })
    .input(IdParam)
    .output(Migration),
  instances: tag
    .route({
      method: 'GET',
      path: '/process-migrations/{id}/instances',
      summary: 'What became of each instance of a migration',
    })
    .input(IdParam.extend(PageQuery.shape).extend({ outcome: MigrationOutcome.optional() }))
    .output(pageOf(MigrationInstance)),
};
