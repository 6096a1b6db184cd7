// What the API says about templates of processes: what each does, who takes part, and how a model begins from it.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, LocaleText } from './common.ts';
import { Model, ModelKey } from './processes.ts';

/** Somebody who takes part, before it is known which unit that is. */
export const TemplateRole = z.object({ key: z.string(), name: LocaleText });
export type TemplateRole = z.infer<typeof TemplateRole>;

/** A value that a step is completed with, since a condition behind it asks for it. */
export const TemplateValue = z.object({
  name: z.string(),
  type: z.enum(['yes-no', 'number', 'text']),
  /** Of a text: what the conditions know. */
  choices: z.array(z.string()),
  meaning: LocaleText,
});
export type TemplateValue = z.infer<typeof TemplateValue>;

export const TemplateBrief = z.object({
  key: ModelKey,
  name: LocaleText,
  /** What it does, in a sentence. */
  purpose: LocaleText,
  /** Its place in the classification of processes. */
  pcfId: z.int(),
  roles: z.array(TemplateRole),
  steps: z.int(),
  handOffs: z.int(),
});
export type TemplateBrief = z.infer<typeof TemplateBrief>;

export const Template = TemplateBrief.extend({
  promise: LocaleText,
  objective: LocaleText,
  values: z.array(TemplateValue),
  /** In which steps ask for the values. */
  forms: z.array(z.object({ name: LocaleText, step: LocaleText })),
  /** The diagram in the language asked for, its lanes called by the roles. */
  xml: z.string(),
});
export type Template = z.infer<typeof Template>;

/** `withoutForm`: steps whose form is not there, since whoever began may not make forms; their notes name the values. */
export const BegunModel = Model.extend({ withoutForm: z.array(LocaleText) });
export type BegunModel = z.infer<typeof BegunModel>;

const tag = oc.route({ tags: ['processes'] });
const one = '/process-templates/{template}';

/** Reading: `process.view`. Beginning: `process.model`. */
export const processTemplatesContract = {
  list: tag
    .route({ method: 'GET', path: '/process-templates', summary: 'Templates of processes' })
    .output(z.object({ items: z.array(TemplateBrief) })),
  get: tag
    .route({ method: 'GET', path: one, summary: 'A template with its diagram' })
    .input(z.object({ template: ModelKey, language: Language }))
    .output(Template),
  /**
   * Every role gets a unit, several may get the same. The diagram's names are of `language`; the draft has no faults. The forms of its steps
   * are those that are there; with `form.manage`, others are made and published.
   */
  begin: tag
    .route({ method: 'POST', path: `${one}/models`, successStatus: 201, summary: 'Begin a model from a template' })
    .input(
      z.object({
        template: ModelKey,
        key: ModelKey,
        /** Without: the template's name. */
        name: LocaleText.optional(),
        unitId: Id,
        ownerId: Id,
        language: Language,
        units: z.record(z.string(), Id),
      }),
    )
    .output(BegunModel),
};
