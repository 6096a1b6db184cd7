// Registers a case: customer found or made, number and tracking code given, words indexed, the customer told.
import type { RegisterCaseInput } from '#contract/cases.ts';
import type { Category } from '#contract/catalogue.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { categoryInUse } from '#modules/catalogue/index.ts';
import { customerBrief, findOrCreateCustomer } from '#modules/customers/index.ts';
import { readOrganisation, requirePerson, requireUnit } from '#modules/organisation/index.ts';
import { startClocks } from '#modules/service-levels/index.ts';
import { append, type Context } from '#platform/context.ts';
import type { Closing } from '#platform/db/closing.ts';
import { newId, newTrackingCode } from '#platform/ids.ts';
import { attachToCase } from './attach-to-case.ts';
import { caseErrors } from './errors.ts';
import { checkCaseForm, keepFormAnswers } from './form-answers.ts';
import { closeNumbered } from './number-case.ts';
import { segmentNow } from './segment-of-case.ts';
import { searchVector } from './searchable-words.ts';

export type Registered = {
  id: string;
  number: string;
  trackingCode: string;
  customerId: string;
  language: 'ar' | 'fa' | 'en';
};

/**
 * The letter with number and link is written after the commit, by `cases.tell-registered`. The case itself is written last, with
 * the commit: what refers to it is checked then.
 */
export async function registerCase(
  ctx: Context,
  input: RegisterCaseInput,
  options: { followsCaseId?: string } = {},
): Promise<Closing<Registered, Omit<Registered, 'number'>>> {
  // Side by side, so that they cross to the database and back together.
  const [category, customer] = await Promise.all([
    fittingCategory(ctx, input),
    customerOf(ctx, input),
    readOrganisation(ctx),
    input.unitId && requireUnit(ctx, input.unitId),
    input.assigneeId && requirePerson(ctx, input.assigneeId),
  ]);
  // A mail cannot be asked to fill anything in: staff do it on the case.
  const form = input.channel === 'mail' ? null : await checkCaseForm(ctx, category, input.form);
  const language = input.language ?? customer.language;
  const id = newId();
  const now = ctx.clock.now();
  const trackingCode = newTrackingCode();
  const subject = cleanText(input.subject);
  const description = cleanText(input.description);
  const unitId = input.unitId ?? category?.unitId ?? null;
  await Promise.all([
    attachToCase(ctx, id, 'case', id, [...new Set([...input.attachmentIds, ...(form?.fileIds ?? [])])]),
    form && keepFormAnswers(ctx, id, form),
    startClocks(ctx, {
      caseId: id,
      customerId: customer.id,
      kind: input.kind,
      categoryId: input.categoryId ?? null,
      productId: input.productId ?? null,
      channel: input.channel,
      priority: input.priority,
      unitId,
      assigned: Boolean(input.assigneeId),
    }),
  ]);
  append(ctx, {
    type: 'case.registered',
    subjectType: 'case',
    subjectId: id,
    customerId: customer.id,
    data: {
      kind: input.kind,
      channel: input.channel,
      priority: input.priority,
      categoryId: input.categoryId ?? null,
      unitId,
      assigneeId: input.assigneeId ?? null,
      ...(options.followsCaseId ? { followsCaseId: options.followsCaseId } : {}),
      ...(form ? { formVersionId: form.versionId } : {}),
    },
  });
  return closeNumbered(
    ctx,
    {
      organisation_id: ctx.organisationId,
      id,
      tracking_code: trackingCode,
      kind: input.kind,
      subject,
      description,
      priority: input.priority,
      channel: input.channel,
      language,
      customer_id: customer.id,
      ...segmentNow(customer.id),
      category_id: input.categoryId ?? null,
      product_id: input.productId ?? null,
      unit_id: unitId,
      assignee_id: input.assigneeId ?? null,
      registered_at: now,
      last_activity_at: now,
      last_message_by: 'customer',
      search: searchVector(`${subject}\n${description}\n${customer.name}\n${form?.words ?? ''}`),
    },
    { id, trackingCode, customerId: customer.id, language },
  );
}

async function fittingCategory(ctx: Context, { categoryId, kind }: RegisterCaseInput): Promise<Category | null> {
  const category = categoryId ? await categoryInUse(ctx, categoryId) : null;
  if (category && category.kinds.length > 0 && !category.kinds.includes(kind))
    throw caseErrors.kindNotAllowed({ kind, allowed: category.kinds });
  return category;
}

async function customerOf(
  ctx: Context,
  { customer, language }: RegisterCaseInput,
): Promise<{ id: string; name: string; language: Registered['language'] }> {
  if ('id' in customer) return customerBrief(ctx, customer.id);
  const { customerId, ...found } = await findOrCreateCustomer(ctx, {
    ...customer,
    language: customer.language ?? language,
  });
  return { ...found, id: customerId };
}
