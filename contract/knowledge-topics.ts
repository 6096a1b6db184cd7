// What the API says about the topics under which knowledge is filed.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, LocaleText, Nothing } from './common.ts';

export const Topic = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: LocaleText,
  order: z.int(),
  /** In force and filed here, not below. */
  documents: z.int(),
});
export type Topic = z.infer<typeof Topic>;
export const TopicInput = z.object({ parentId: Id.nullable().default(null), name: LocaleText });

const tag = oc.route({ tags: ['knowledge'] });

/** Reading: all staff. */
export const topicRoutes = {
  listTopics: tag
    .route({ method: 'GET', path: '/knowledge/topics', summary: 'Topics, parents before those below them' })
    .input(Nothing)
    .output(z.object({ items: z.array(Topic) })),
  /** `knowledge.manage`, as the next three. At most three deep and 200 in all. */
  createTopic: tag
    .route({ method: 'POST', path: '/knowledge/topics', successStatus: 201, summary: 'Add a topic' })
    .input(TopicInput)
    .output(z.object({ id: Id })),
  updateTopic: tag
    .route({ method: 'PUT', path: '/knowledge/topics/{id}', summary: 'Rename or move a topic' })
    .input(TopicInput.extend({ id: Id }))
    .output(Nothing),
  moveTopic: tag
    .route({ method: 'POST', path: '/knowledge/topics/{id}/order', summary: 'A topic before or after its neighbour' })
    .input(z.object({ id: Id, direction: z.enum(['up', 'down']) }))
    .output(Nothing),
  removeTopic: tag
    .route({ method: 'DELETE', path: '/knowledge/topics/{id}', summary: 'Remove a topic that has nothing in it' })
    .input(IdParam)
    .output(Nothing),
};
