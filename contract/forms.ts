// What the API says about forms: designing them, their versions, and what is filled in.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { fieldTypes, formLimits, linePatterns, personalClasses } from '#kernel/forms/form-definition.ts';
import { Id, IdParam, Instant, LocaleText, Nothing, PersonRef } from './common.ts';

/** Unlike a name it may be missing while a draft is written. */
const words = (most: number) => {
  const one = z.string().trim().max(most).optional();
  return z.object({ ar: one, fa: one, en: one });
};
const Label = words(formLimits.label);
const Help = words(formLimits.help);
const Key = z.string().max(40);

export const AnswerValue = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(Key).max(200)]);
/** By the keys of fields. What is not there was not answered. */
export const FormAnswers = z.record(Key, AnswerValue.nullable());

const Limit = z.union([z.number(), z.string().max(10)]).nullable();

export const FormField = z.object({
  key: Key,
  type: z.enum(fieldTypes),
  label: Label,
  help: Help,
  required: z.boolean(),
  /** Customers see it and fill it in. */
  customer: z.boolean(),
  personal: z.object({ fieldClass: z.enum(personalClasses), purpose: Help }).nullable(),
  /** There only when the named earlier field has one of these values. */
  shownWhen: z.object({ field: Key, values: z.array(Key).max(100) }).nullable(),
  initial: AnswerValue.nullable(),
  min: Limit,
  max: Limit,
  pattern: z.enum(linePatterns).nullable(),
  currency: z.string().max(3).nullable(),
  choices: z.array(z.object({ key: Key, label: Label })).max(formLimits.choices),
});
/** Of a draft: what is not sound yet is said at publication. */
export const FormDefinition = z.object({
  sections: z
    .array(z.object({ key: Key, title: Label, fields: z.array(FormField).max(formLimits.fields) }))
    .max(formLimits.sections),
});
export type FormDefinition = z.infer<typeof FormDefinition>;

export const FormBrief = z.object({
  id: Id,
  /** By which programs and processes name it. */
  key: z.string(),
  name: LocaleText,
  /** The version that is filled in now; null: never published. */
  current: z.object({ id: Id, number: z.int(), publishedAt: Instant }).nullable(),
  hasDraft: z.boolean(),
  retired: z.boolean(),
  changedAt: Instant,
});
export type FormBrief = z.infer<typeof FormBrief>;

const VersionBrief = z.object({
  id: Id,
  number: z.int(),
  note: z.string().nullable(),
  publishedAt: Instant,
  publishedBy: PersonRef.nullable(),
  fields: z.int(),
});

export const FormDraft = z.object({
  number: z.int(),
  /** Counts savings: whoever saves says which one they began from. */
  revision: z.int(),
  definition: FormDefinition,
});

/** `versions`: the published ones, newest first. */
export const Form = FormBrief.extend({
  draft: FormDraft.nullable(),
  versions: z.array(VersionBrief),
  /** Keys of fields that were ever published: what was answered is kept under them. */
  publishedKeys: z.array(z.string()),
});
export type Form = z.infer<typeof Form>;

/** A version to fill in, or to read answers by. */
export const FormVersion = z.object({
  id: Id,
  formId: Id,
  formName: LocaleText,
  number: z.int(),
  definition: FormDefinition,
});
export type FormVersion = z.infer<typeof FormVersion>;

/** Answers on their way in. `versionId`: the version that was on the screen. */
export const FilledForm = z.object({ versionId: Id.optional(), answers: FormAnswers });
export type FilledForm = z.infer<typeof FilledForm>;

const FormKey = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

const tag = oc.route({ tags: ['forms'] });

export const formsContract = {
  list: tag
    .route({ method: 'GET', path: '/forms', summary: 'All forms, also those out of use' })
    .input(Nothing)
    .output(z.object({ items: z.array(FormBrief) })),
  create: tag
    .route({ method: 'POST', path: '/forms', successStatus: 201, summary: 'Begin a form with an empty draft' })
    .input(z.object({ key: FormKey, name: LocaleText }))
    .output(Form),
  get: tag
    .route({ method: 'GET', path: '/forms/{id}', summary: 'A form with its draft and its versions' })
    .input(IdParam)
    .output(Form),
  getVersion: tag
    .route({ method: 'GET', path: '/form-versions/{id}', summary: 'A published version of a form' })
    .input(IdParam)
    .output(FormVersion),
  beginDraft: tag
    .route({ method: 'POST', path: '/forms/{id}/draft', successStatus: 201, summary: 'Begin a draft from what holds' })
    .input(IdParam)
    .output(Form),
  saveDraft: tag
    .route({
      method: 'PUT',
      path: '/forms/{id}/draft',
      summary: 'Save the draft as a whole, with the name of the form',
    })
    .input(z.object({ id: Id, revision: z.int(), name: LocaleText, definition: FormDefinition }))
    .output(Form),
  discardDraft: tag
    .route({ method: 'DELETE', path: '/forms/{id}/draft', summary: 'Throw the draft away' })
    .input(IdParam)
    .output(Form),
  publish: tag
    .route({
      method: 'POST',
      path: '/forms/{id}/publication',
      successStatus: 201,
      summary: 'Publish the draft: from now on it is filled in, and never changes',
    })
    .input(z.object({ id: Id, revision: z.int(), note: z.string().trim().max(500).nullable() }))
    .output(Form),
  retire: tag
    .route({ method: 'PUT', path: '/forms/{id}/retirement', summary: 'Take a form out of use, or bring it back' })
    .input(z.object({ id: Id, retired: z.boolean() }))
    .output(Form),
};
