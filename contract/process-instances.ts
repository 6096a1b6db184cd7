// What the API says about running processes: where an instance stands, what happened in it, and how people set it right.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ActorView, Id, IdParam, Instant, LocaleText, PageQuery, Prose, pageOf } from './common.ts';
import { ModelKey } from './processes.ts';

export const InstanceStatus = z.enum(['running', 'completed', 'terminated', 'failed', 'cancelled']);
export type InstanceStatus = z.infer<typeof InstanceStatus>;

export const WaitsFor = z.enum(['task', 'service', 'message', 'signal', 'timer', 'event', 'call', 'scope', 'incident']);
export type WaitsFor = z.infer<typeof WaitsFor>;

/** Names of variables as expressions read them; values are any JSON. */
export const Variables = z
  .record(z.string().min(1).max(100), z.json())
  .refine((all) => JSON.stringify(all).length <= 200_000, { error: 'too-large' })
  // PostgreSQL keeps no such character.
  .refine((all) => !JSON.stringify(all).includes('\\u0000'), { error: 'unreadable' });
export type Variables = z.infer<typeof Variables>;

/** What it is about, such as a case; its id is kept and nothing else of it. */
export const Subject = z.object({
  type: z
    .string()
    .max(40)
    .regex(/^[a-z]+(-[a-z]+)*$/),
  id: Id,
});
export type Subject = z.infer<typeof Subject>;

/** A step that could not be taken. `service-failed`: a service task used up its tries. */
export const IncidentView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type IncidentView = z.infer<typeof IncidentView>;

export const TokenView = z.object({
  number: z.int(),
  scope: z.int(),
  elementId: z.string(),
  /** Of the element in the diagram. */
  name: z.string().nullable(),
  waitsFor: WaitsFor,
  since: Instant,
  incident: IncidentView.nullable(),
});
export type TokenView = z.infer<typeof TokenView>;

export const InstanceBrief = z.object({
  id: Id,
  model: z.object({ id: Id, key: ModelKey, name: LocaleText }),
  version: z.int(),
  processId: z.string(),
  status: InstanceStatus,
  subject: Subject.nullable(),
  /** Called by another instance. */
  parent: z.object({ instanceId: Id, token: z.int() }).nullable(),
  startedAt: Instant,
  startedBy: ActorView,
  endedAt: Instant.nullable(),
  incidents: z.int(),
  /** The first five elements where it stands. */
  standsAt: z.array(z.object({ elementId: z.string(), name: z.string().nullable(), waitsFor: WaitsFor })),
});
export type InstanceBrief = z.infer<typeof InstanceBrief>;

export const Instance = InstanceBrief.extend({
  revision: z.int(),
  tokens: z.array(TokenView),
  /** What waits at a join until the others come, by the flow along which it came. */
  arrivals: z.array(z.object({ elementId: z.string(), flowId: z.string(), count: z.int() })),
  /** Each with its variables; the first is the process. */
  scopes: z.array(
    z.object({ number: z.int(), elementId: z.string(), parent: z.int().nullable(), variables: Variables }),
  ),
  timers: z.array(z.object({ number: z.int(), elementId: z.string(), dueAt: Instant })),
  subscriptions: z.array(
    z.object({
      number: z.int(),
      elementId: z.string(),
      type: z.enum(['message', 'signal']),
      name: z.string(),
      key: z.string(),
    }),
  ),
  /** Instances that it called. */
  called: z.array(z.object({ instanceId: Id, token: z.int(), key: ModelKey, status: InstanceStatus })),
  /** Why it was cancelled, or which error ended it. */
  reason: z.string().nullable(),
  errorCode: z.string().nullable(),
  /** What people set right, newest first. */
  corrections: z.array(
    z.object({
      at: Instant,
      by: ActorView,
      type: z.enum(['variables-set', 'retried', 'cancelled', 'migrated']),
      elementId: z.string().nullable(),
      names: z.array(z.string()),
      reason: z.string().nullable(),
      /** Of a move to another version. */
      migration: z.object({ id: Id, from: z.int(), to: z.int() }).nullable(),
    }),
  ),
});
export type Instance = z.infer<typeof Instance>;

/** A line of what happened, in order. */
export const HappeningView = z.object({
  number: z.int(),
  at: Instant,
  type: z.enum(['entered', 'completed', 'cancelled', 'flow-taken', 'fired', 'failed', 'migrated']),
  elementId: z.string(),
  /** As the version by which it happened calls it. */
  name: z.string().nullable(),
  token: z.int().nullable(),
  scope: z.int(),
  /** Of a move: the version it came to. */
  version: z.int().nullable(),
});
export type HappeningView = z.infer<typeof HappeningView>;

const tag = oc.route({ tags: ['processes'] });
const instance = '/process-instances/{id}';
const name = z.string().trim().min(1).max(200);

/** Reading: `process.view`. Starting, messages and signals: `process.start`. Setting right: `process.operate`. */
export const processInstancesContract = {
  /** By the newest version of a model, at its start without a trigger. */
  start: tag
    .route({ method: 'POST', path: '/process-instances', successStatus: 201, summary: 'Start a process' })
    .input(
      z.object({
        modelKey: ModelKey,
        processId: z.string().max(200).optional(),
        variables: Variables.default({}),
        subject: Subject.nullable().default(null),
      }),
    )
    .output(Instance),
  /** The one started last comes first. */
  list: tag
    .route({ method: 'GET', path: '/process-instances', summary: 'Instances' })
    .input(
      PageQuery.extend({
        modelId: Id.optional(),
        version: z.coerce.number().int().min(1).optional(),
        status: InstanceStatus.optional(),
        subjectType: Subject.shape.type.optional(),
        subjectId: Id.optional(),
        /** A token waits at this element. */
        elementId: z.string().max(200).optional(),
        /** A step failed. */
        incident: z.enum(['yes']).optional(),
      }),
    )
    .output(pageOf(InstanceBrief)),
  get: tag.route({ method: 'GET', path: instance, summary: 'An instance' }).input(IdParam).output(Instance),
  happenings: tag
    .route({ method: 'GET', path: `${instance}/happenings`, summary: 'What happened, in order' })
    .input(IdParam.extend(PageQuery.shape))
    .output(pageOf(HappeningView)),
  cancel: tag
    .route({ method: 'POST', path: `${instance}/cancellation`, successStatus: 201, summary: 'Cancel an instance' })
    .input(IdParam.extend({ reason: Prose }))
    .output(Instance),
  retry: tag
    .route({ method: 'POST', path: `${instance}/tokens/{token}/retry`, summary: 'Try a failed step again' })
    .input(IdParam.extend({ token: z.coerce.number().int().min(0) }))
    .output(Instance),
  setVariables: tag
    .route({ method: 'PUT', path: `${instance}/variables`, summary: 'Set variables right' })
    .input(IdParam.extend({ scope: z.int().min(0), variables: Variables, reason: Prose }))
    .output(Instance),
  /**
   * To the one that waits for this name and key, or to a process that starts with it. Without either it is kept until its time to
   * live is over and goes to whoever waits first. A message with an `id` that came before is not taken twice.
   */
  sendMessage: tag
    .route({ method: 'POST', path: '/process-messages', successStatus: 201, summary: 'Deliver a message' })
    .input(
      z.object({
        id: Id.optional(),
        name,
        key: z.string().max(200).default(''),
        variables: Variables.default({}),
        /** Seconds. */
        timeToLive: z.int().min(0).max(31_536_000).default(3_600),
      }),
    )
    .output(
      z.object({ outcome: z.enum(['delivered', 'started', 'kept', 'unwanted', 'known']), instanceId: Id.nullable() }),
    ),
  /** To every instance that waits for it and every process that starts with it, by a job. */
  throwSignal: tag
    .route({ method: 'POST', path: '/process-signals', successStatus: 202, summary: 'Throw a signal' })
    .input(z.object({ name, variables: Variables.default({}) }))
    .output(z.object({ receivers: z.int() })),
};
