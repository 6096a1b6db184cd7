// Begins a model from a template: its roles become units, its words those of the chosen language, and the draft has no faults.
import type { Language, LocaleText } from '#contract/common.ts';
import type { BegunModel } from '#contract/process-templates.ts';
import type { Model, Sipoc } from '#contract/processes.ts';
import { bringForms } from '#modules/forms/index.ts';
import { requireUnit, type OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { createModel } from '../models/create-model.ts';
import { drawTemplate, type LaneUnit } from './draw-template.ts';
import { templateErrors } from './errors.ts';
import { formsOf } from './forms-of-template.ts';
import type { DrawnTemplate, ModelTemplate, Words } from './template.ts';
import { requireTemplate } from './templates.ts';

/**
 * With the forms of its steps. Whoever may not make those that are missing gets the steps as they are without: their notes name the values.
 * Throws `process-template.not-found`, `process-template.units-missing`, `unit.not-found`, and what `bringForms` and `createModel` throw.
 */
export async function beginFromTemplate(
  ctx: Context,
  { template: key, ...wish }: BeginTemplate & { template: string },
): Promise<BegunModel> {
  const template = requireTemplate(key);
  const wanted = formsOf(template);
  const brought = await bringForms(ctx, [...wanted.values()]);
  const forms = new Map(
    [...wanted].flatMap(([step, form]) => (brought.has(form.key) ? [[step, brought.get(form.key)!]] : [])),
  );
  const model = await beginModel(ctx, template, wish, forms);
  const without = template.steps.filter(({ id }) => wanted.has(id) && !forms.has(id));
  return { ...model, withoutForm: without.flatMap(({ name }) => (name ? [{ ...name }] : [])) };
}

export type BeginTemplate = {
  key: string;
  name?: LocaleText | undefined;
  unitId: string;
  ownerId: string;
  language: Language;
  /** By the key of the role. */
  units: Readonly<Record<string, string>>;
};

/** `forms`: by step, the keys of those that are there. */
export async function beginModel(
  ctx: Context,
  template: ModelTemplate,
  wish: BeginTemplate,
  forms?: ReadonlyMap<string, string>,
): Promise<Model> {
  const { language } = wish;
  const name = wish.name ?? { ...template.name };
  const missing = template.roles.filter(({ key }) => wish.units[key] === undefined).map(({ key }) => key);
  if (missing.length > 0)
    throw templateErrors.unitsMissing(
      { roles: missing.join(', ') },
      missing.map((key) => ({ field: `units.${key}`, code: 'required' })),
    );
  const units = await laneUnits(ctx, template, wish);
  const said = (words: readonly Words[]): string[] => words.map((each) => each[language]);
  const sipoc: Sipoc = {
    suppliers: said(template.sipoc.suppliers),
    inputs: said(template.sipoc.inputs),
    steps: said(template.steps.flatMap(({ kind, name: called }) => (kind === 'task' && called ? [called] : []))),
    outputs: said(template.sipoc.outputs),
    customers: said(template.sipoc.customers),
  };
  return createModel(ctx, {
    key: wish.key,
    name,
    unitId: wish.unitId,
    ownerId: wish.ownerId,
    sipoc,
    promise: { ...template.promise },
    objective: { ...template.objective },
    pcfId: template.pcfId,
    xml: drawTemplate(template, {
      id: `Process_${wish.key}`,
      language,
      name: name[language] ?? template.name[language],
      units,
      ...(forms ? { forms } : {}),
    }),
  });
}

/** By role, called in the language of the diagram. */
async function laneUnits(
  ctx: Context,
  { roles }: DrawnTemplate,
  { units, language }: BeginTemplate,
): Promise<Map<string, LaneUnit>> {
  const wanted = [...new Set(roles.map(({ key }) => units[key]!))];
  const rows = await on<OrganisationViews>(ctx)
    .selectFrom('unit_briefs')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', wanted)
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name as LocaleText]));
  const unknown = wanted.find((id) => !names.has(id));
  if (unknown !== undefined) await requireUnit(ctx, unknown);
  const shared = (id: string): boolean => roles.filter(({ key }) => units[key] === id).length > 1;
  return new Map(
    roles.map(({ key, name: role }) => {
      const id = units[key]!;
      const name = names.get(id)!;
      const called = name[language] || name.ar || name.fa || name.en || '';
      // Lanes of one name would not be told apart.
      return [key, { id, name: shared(id) ? `${called} (${role[language]})` : called }];
    }),
  );
}
