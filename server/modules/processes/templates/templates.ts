// All templates of processes that are shipped, in the order in which they are offered.
import type { Language } from '#contract/common.ts';
import type { Template, TemplateBrief } from '#contract/process-templates.ts';
import { complaint } from './complaint.ts';
import { drawTemplate } from './draw-template.ts';
import { templateErrors } from './errors.ts';
import { improvementCase } from './improvement-case.ts';
import { inquiry } from './inquiry.ts';
import { procedureApproval } from './procedure-approval.ts';
import { productReturn } from './product-return.ts';
import { request } from './request.ts';
import type { ProcessTemplate } from './template.ts';
import { workforceReport } from './workforce-report.ts';

export const processTemplates: readonly ProcessTemplate[] = [
  request,
  inquiry,
  complaint,
  productReturn,
  improvementCase,
  workforceReport,
  procedureApproval,
];

/** Throws `process-template.not-found`. */
export function requireTemplate(key: string): ProcessTemplate {
  const template = processTemplates.find((one) => one.key === key);
  if (!template) throw templateErrors.notFound({ template: key });
  return template;
}

export const listTemplates = (): TemplateBrief[] => processTemplates.map(briefOf);

/** As it looks before units are chosen. Throws `process-template.not-found`. */
export function getTemplate(key: string, language: Language): Template {
  const template = requireTemplate(key);
  return {
    ...briefOf(template),
    promise: { ...template.promise },
    objective: { ...template.objective },
    values: template.values.map(({ name, type, choices, meaning }) => ({
      name,
      type,
      choices: [...(choices ?? [])],
      meaning: { ...meaning },
    })),
    forms: template.steps.flatMap(({ form, name }) =>
      form && name ? [{ name: { ...form.name }, step: { ...name } }] : [],
    ),
    xml: drawTemplate(template, { id: template.key, language }),
  };
}

const briefOf = (template: ProcessTemplate): TemplateBrief => ({
  key: template.key,
  name: { ...template.name },
  purpose: { ...template.purpose },
  pcfId: template.pcfId,
  roles: template.roles.map(({ key, name }) => ({ key, name: { ...name } })),
  steps: template.steps.filter(({ kind }) => kind === 'task').length,
  handOffs: template.steps.filter(({ handOff }) => handOff !== undefined).length,
});
