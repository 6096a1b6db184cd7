// What the API says about reply templates: texts with variables from a closed list, per language, every version kept.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseKind } from './catalogue.ts';
import { Id, IdParam, Instant, Language, Line, Nothing, PageQuery, pageOf } from './common.ts';
import { PersonRef } from './common.ts';
import { richText } from './rich-text.ts';

/** All there are: what a template may name. Filled with what the case knows when it is inserted. */
export const TemplateVariable = z.enum([
  'customer.name',
  'customer.courtesy',
  'case.number',
  'case.trackingCode',
  'case.subject',
  'case.registered',
  'case.category',
  'case.product',
  'due.answer',
  'due.resolution',
  'organisation.name',
  'unit.name',
  'agent.name',
  'portal.link',
  'today',
]);
export type TemplateVariable = z.infer<typeof TemplateVariable>;

/** Variables stand in the body as nodes `variable` or as `{{case.number}}`; unknown ones are refused with their place. No images. */
export const TemplateText = z.object({ language: Language, body: richText({ variables: TemplateVariable.options }) });
export type TemplateText = z.infer<typeof TemplateText>;

const templateFields = {
  name: Line,
  texts: z.array(TemplateText).min(1).max(3),
  categoryIds: z.array(Id).max(50),
  caseKinds: z.array(CaseKind).max(5),
};
export const ReplyTemplateInput = z.object(templateFields);
export type ReplyTemplateInput = z.infer<typeof ReplyTemplateInput>;

export const ReplyTemplate = z.object({
  id: Id,
  ...templateFields,
  active: z.boolean(),
  /** Number of the texts as they are now; earlier ones are kept. */
  version: z.int(),
  changedAt: Instant,
  changedBy: PersonRef.nullable(),
});
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;

const tag = oc.route({ tags: ['reply-templates'] });

/** Reading: `knowledge.read`. Changing: `reply-template.manage`. */
export const replyTemplatesContract = {
  list: tag
    .route({ method: 'GET', path: '/reply-templates', summary: 'Reply templates, by name' })
    .input(
      PageQuery.extend({
        q: z.string().trim().max(200).optional(),
        language: Language.optional(),
        caseKind: CaseKind.optional(),
        categoryId: Id.optional(),
        /** Those taken out of use too. */
        all: z.enum(['yes']).optional(),
      }),
    )
    .output(pageOf(ReplyTemplate)),
  get: tag
    .route({ method: 'GET', path: '/reply-templates/{id}', summary: 'A reply template' })
    .input(IdParam)
    .output(ReplyTemplate),
  versions: tag
    .route({ method: 'GET', path: '/reply-templates/{id}/versions', summary: 'Earlier texts, the newest first' })
    .input(PageQuery.extend({ id: Id }))
    .output(
      pageOf(z.object({ version: z.int(), texts: z.array(TemplateText), at: Instant, by: PersonRef.nullable() })),
    ),
  create: tag
    .route({ method: 'POST', path: '/reply-templates', successStatus: 201, summary: 'Add a reply template' })
    .input(ReplyTemplateInput)
    .output(ReplyTemplate),
  /** `version` is the one that the change was made from. */
  update: tag
    .route({ method: 'PUT', path: '/reply-templates/{id}', summary: 'Change a reply template' })
    .input(ReplyTemplateInput.extend({ id: Id, version: z.int() }))
    .output(ReplyTemplate),
  setActive: tag
    .route({ method: 'PUT', path: '/reply-templates/{id}/active', summary: 'Take it out of use, or back' })
    .input(IdParam.extend({ active: z.boolean() }))
    .output(Nothing),
};
