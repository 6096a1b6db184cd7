// What the API says about step sheets beside a case: which are in force for it, and which of their steps are done.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, Language, Line, Nothing } from './common.ts';
import { Step } from './knowledge.ts';

export const CaseStepSheet = z.object({
  id: Id,
  /** In force. Marks belong to a version. */
  version: z.int(),
  language: Language,
  title: z.string(),
  steps: z.array(Step.extend({ done: z.object({ at: Instant, by: Line.nullable() }).nullable() })),
  /** The last version before in which steps of this case were done; null where there is none. */
  earlier: z.object({ version: z.int(), done: z.int() }).nullable(),
});
export type CaseStepSheet = z.infer<typeof CaseStepSheet>;

const tag = oc.route({ tags: ['cases'] });
const sheets = '/cases/{id}/step-sheets' as const;

export const caseStepRoutes = {
  stepSheets: tag
    .route({ method: 'GET', path: sheets, summary: 'Step sheets in force for a case, with what is done of them' })
    .input(IdParam.extend({ language: Language }))
    .output(z.object({ items: z.array(CaseStepSheet) })),
  /** `version`: the one that was worked by; another is in force: `case.step-sheet-changed`. */
  markStep: tag
    .route({ method: 'PUT', path: `${sheets}/{documentId}/steps/{stepId}`, summary: 'Say that a step is done, or not' })
    .input(IdParam.extend({ documentId: Id, stepId: Id, version: z.int(), done: z.boolean() }))
    .output(Nothing),
};
