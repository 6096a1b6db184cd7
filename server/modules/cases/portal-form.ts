// Forms as customers see them: what a category asks of them, and what they filled in; without the fields that are for staff.
import type { PortalCase } from '#contract/portal.ts';
import type { FormVersion } from '#contract/forms.ts';
import { fieldsOf, type FormAnswers } from '#kernel/forms/form-definition.ts';
import { categoryOf } from '#modules/catalogue/index.ts';
import { formInUse, formVersions, versionFor } from '#modules/forms/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

/** Null where nothing is asked of customers. Throws `category.not-found`. */
export async function portalForm(ctx: Context, categoryId: string): Promise<{ version: FormVersion | null }> {
  const category = await categoryOf(ctx, categoryId);
  const form =
    category.active && category.inPortal && category.formId ? await formInUse(ctx, { id: category.formId }) : null;
  const version = form && versionFor(form, 'customer');
  return { version: version && version.definition.sections.length > 0 ? version : null };
}

/** The latest answers of the case in hand. */
export async function formOfCustomer(ctx: Context, caseId: string): Promise<PortalCase['form']> {
  const row = await byKey<CaseTables>(ctx)
    .selectFrom('case_form_answers')
    .select(['version_id', 'answers'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const whole = row && (await formVersions(ctx, [row.version_id])).get(row.version_id);
  if (!row || !whole) return null;
  const version = versionFor(whole, 'customer');
  const shown = new Set(fieldsOf(version.definition).map(({ key }) => key));
  const answers = Object.fromEntries(Object.entries(row.answers as FormAnswers).filter(([key]) => shown.has(key)));
  return { version, answers };
}
