// What the API says about readers of knowledge: the question channel, and whether a document helped. A part of `knowledgeContract`.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, Language, LocaleText, Nothing, PageQuery, PersonRef, pageOf } from './common.ts';

export const Question = z.object({
  id: Id,
  documentId: Id,
  documentTitle: LocaleText,
  /** Asked about this version. */
  version: z.int(),
  stepId: Id.nullable(),
  text: z.string(),
  askedBy: PersonRef.nullable(),
  askedAt: Instant,
  answer: z.object({ text: z.string(), by: PersonRef.nullable(), at: Instant }).nullable(),
});
export type Question = z.infer<typeof Question>;

export const feedbackFields = {
  language: Language,
  helpful: z.boolean(),
  /** What was missing. */
  missing: z.string().trim().max(2000).nullable().default(null),
};
/** Counts of one version; `n` is `helpful + not`. */
const FeedbackCount = z.object({ n: z.int(), helpful: z.int(), not: z.int() });
export const FeedbackFigures = z.object({
  versions: z.array(z.object({ version: z.int(), customers: FeedbackCount, staff: FeedbackCount })),
  /** Words about what was missing, newest first. */
  remarks: pageOf(
    z.object({
      id: Id,
      version: z.int(),
      language: Language,
      from: z.enum(['customer', 'staff']),
      helpful: z.boolean(),
      missing: z.string(),
      at: Instant,
    }),
  ),
});
export type FeedbackFigures = z.infer<typeof FeedbackFigures>;

const tag = oc.route({ tags: ['knowledge'] });
const document = '/knowledge/documents/{id}';

export const voiceRoutes = {
  /** `open`, oldest first. `mine`: about documents that I own, or that I asked. */
  listQuestions: tag
    .route({ method: 'GET', path: '/knowledge/questions', summary: 'Questions about documents' })
    .input(
      PageQuery.extend({
        state: z.enum(['open', 'answered']).optional(),
        mine: z.enum(['to-answer', 'asked']).optional(),
        documentId: Id.optional(),
      }),
    )
    .output(pageOf(Question)),
  askQuestion: tag
    .route({ method: 'POST', path: `${document}/questions`, successStatus: 201, summary: 'Ask about it' })
    .input(IdParam.extend({ text: z.string().trim().min(1).max(2000), stepId: Id.nullable().default(null) }))
    .output(Question),
  /** The owner, or `knowledge.manage`. Once more: the later answer counts, the earlier is kept. */
  answerQuestion: tag
    .route({
      method: 'POST',
      path: '/knowledge/questions/{id}/answers',
      successStatus: 201,
      summary: 'Answer a question',
    })
    .input(IdParam.extend({ text: z.string().trim().min(1).max(5000) }))
    .output(Question),

  /** Once per person and version; said again, it is replaced. */
  giveFeedback: tag
    .route({ method: 'POST', path: `${document}/feedback`, successStatus: 201, summary: 'Did it help' })
    .input(IdParam.extend({ version: z.int(), ...feedbackFields }))
    .output(Nothing),
  /** `knowledge.write`. */
  feedback: tag
    .route({ method: 'GET', path: `${document}/feedback`, summary: 'What readers said, per version' })
    .input(PageQuery.extend({ id: Id }))
    .output(FeedbackFigures),
};
