// What the API says about forms beside a case: what was filled in, by the version that asked, and what the category asks for.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ActorView, FileView, Id, IdParam, Instant } from './common.ts';
import { FilledForm, FormAnswers, FormVersion } from './forms.ts';

/** What was filled in for a case, newest first: the first is what counts. */
export const CaseForms = z.object({
  /** What the present category asks for; null: nothing. */
  asked: FormVersion.nullable(),
  items: z.array(
    z.object({
      id: Id,
      at: Instant,
      by: ActorView,
      /** That was filled in; answers are read by it. */
      version: FormVersion,
      answers: FormAnswers,
      /** Keys of answers that are there and not for whoever asks. */
      hidden: z.array(z.string()),
    }),
  ),
  /** Files that answers name. */
  files: z.array(FileView),
});
export type CaseForms = z.infer<typeof CaseForms>;

const tag = oc.route({ tags: ['cases'] });

export const caseFormRoutes = {
  forms: tag
    .route({
      method: 'GET',
      path: '/cases/{id}/form-answers',
      summary: 'What was filled in for a case, and what is asked',
    })
    .input(IdParam)
    .output(CaseForms),
  fillForm: tag
    .route({
      method: 'POST',
      path: '/cases/{id}/form-answers',
      successStatus: 201,
      summary: 'Fill in the form of the category, or correct what was filled in',
    })
    .input(z.object({ id: Id, form: FilledForm }))
    .output(CaseForms),
};
