// What the API says about threads: what people said about a model of a process or one element of it, answered and settled.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, PageQuery, PersonRef, Prose, pageOf } from './common.ts';

/** `settled` may stand without words. */
export const ThreadEntry = z.object({
  id: Id,
  kind: z.enum(['said', 'settled', 'reopened']),
  body: z.string().nullable(),
  at: Instant,
  by: PersonRef,
});
export type ThreadEntry = z.infer<typeof ThreadEntry>;

export const Thread = z.object({
  id: Id,
  modelId: Id,
  /** Null: about the model as a whole. */
  elementId: z.string().nullable(),
  /** As the element is called now, or as it was called when it was last there. */
  elementName: z.string().nullable(),
  /** Whether the diagram that was asked for still has the element. */
  elementThere: z.boolean(),
  /** The version that was looked at; null: the draft, at `revision`. */
  version: z.int().nullable(),
  revision: z.int().nullable(),
  openedAt: Instant,
  openedBy: PersonRef,
  settledAt: Instant.nullable(),
  settledBy: PersonRef.nullable(),
  /** The oldest first; at most the last 100, `earlier` says how many came before these. */
  entries: z.array(ThreadEntry),
  earlier: z.int(),
  /** Whether the reader may settle it: whoever opened it, the owner of the process, or `process.operate`. */
  maySettle: z.boolean(),
});
export type Thread = z.infer<typeof Thread>;

const tag = oc.route({ tags: ['processes'] });
const version = z.coerce.number().int().min(1);

/** Reading: `process.view`. Speaking: `process.comment`. */
export const processThreadsContract = {
  /** Those with the newest word first. `version`: which diagram is asked whether it has their elements; without, the draft. */
  list: tag
    .route({ method: 'GET', path: '/process-models/{id}/threads', summary: 'Threads of a model and its elements' })
    .input(
      IdParam.extend({
        ...PageQuery.shape,
        version: version.optional(),
        state: z.enum(['open', 'settled']).optional(),
        elementId: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(Thread)),
  /** How many open threads stand at which element; those of the model as a whole under an empty id. */
  counts: tag
    .route({ method: 'GET', path: '/process-models/{id}/thread-counts', summary: 'Open threads by element' })
    .input(IdParam)
    .output(z.object({ elements: z.array(z.object({ elementId: z.string(), open: z.int() })) })),
  /** `version`: what was looked at; without, the draft. `process-thread.element-not-found` where the diagram has no such element. */
  open: tag
    .route({
      method: 'POST',
      path: '/process-models/{id}/threads',
      successStatus: 201,
      summary: 'Say something about a model or an element',
    })
    .input(
      IdParam.extend({
        elementId: z.string().min(1).max(200).nullable().default(null),
        version: z.int().min(1).nullable().default(null),
        body: Prose,
      }),
    )
    .output(Thread),
  /** A settled thread opens again by it. */
  answer: tag
    .route({ method: 'POST', path: '/process-threads/{id}/answers', successStatus: 201, summary: 'Answer' })
    .input(IdParam.extend({ body: Prose }))
    .output(Thread),
  settle: tag
    .route({ method: 'POST', path: '/process-threads/{id}/settlement', successStatus: 201, summary: 'Settle a thread' })
    .input(IdParam.extend({ body: Prose.nullable().default(null) }))
    .output(Thread),
  reopen: tag
    .route({ method: 'DELETE', path: '/process-threads/{id}/settlement', summary: 'Open a settled thread again' })
    .input(IdParam)
    .output(Thread),
};
