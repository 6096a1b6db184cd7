// The text of a reply template for one case, in the case's language, with what the case knows in place of the variables.
import type { FilledReply } from '#contract/cases.ts';
import type { LocaleText } from '#contract/common.ts';
import type { TemplateVariable } from '#contract/reply-templates.ts';
import { lastMoment } from '#kernel/calendar/last-moment.ts';
import { formatDate, formatDateTime } from '#kernel/calendar/format-date.ts';
import type { CatalogueViews } from '#modules/catalogue/index.ts';
import { customerBrief } from '#modules/customers/index.ts';
import { fillTemplate, replyTemplateText } from '#modules/knowledge/index.ts';
import { dateSettings, readOrganisation, unitName } from '#modules/organisation/index.ts';
import { clocksOfCase } from '#modules/service-levels/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import { caseErrors } from './errors.ts';
import { caseColumns } from './lock-case.ts';
import type { CaseTables } from './tables.ts';

/** Places of which nothing is known stay empty and are named. Throws `case.not-found`, `reply-template.not-found`. */
export async function fillReply(
  ctx: Context,
  { id, templateId }: { id: string; templateId: string },
): Promise<FilledReply> {
  const row = await byKey<CaseTables & CatalogueViews>(ctx)
    .selectFrom('cases')
    .leftJoin('category_briefs', (join) =>
      join
        .onRef('category_briefs.organisation_id', '=', 'cases.organisation_id')
        .onRef('category_briefs.id', '=', 'cases.category_id'),
    )
    .leftJoin('product_briefs', (join) =>
      join
        .onRef('product_briefs.organisation_id', '=', 'cases.organisation_id')
        .onRef('product_briefs.id', '=', 'cases.product_id'),
    )
    .select(caseColumns.map((column) => `cases.${column}` as const))
    .select(['category_briefs.name as category_name', 'product_briefs.name as product_name'])
    .where('cases.organisation_id', '=', ctx.organisationId)
    .where('cases.id', '=', id)
    .executeTakeFirst();
  if (!row) throw caseErrors.notFound({ id });
  const template = await replyTemplateText(ctx, templateId, row.language);
  const { language } = template;
  const [customer, organisation, settings, unit, promised] = await Promise.all([
    customerBrief(ctx, row.customer_id),
    readOrganisation(ctx),
    dateSettings(ctx),
    row.unit_id ? unitName(ctx, row.unit_id, language) : null,
    clocksOfCase(ctx, id),
  ]);
  const reader = { ...settings, language };
  const day = (at: Date): string => formatDate(at, reader, 'long');
  const due = (...targets: string[]): string | null => {
    const clock = promised?.clocks.findLast(({ target, state }) => targets.includes(target) && state === 'running');
    return clock?.dueAt ? formatDateTime(lastMoment(clock.dueAt, settings.timeZone), reader) : null;
  };
  const said = (text: unknown): string | null => {
    const words = text as LocaleText | null;
    return words ? (words[language] ?? words[organisation.language] ?? Object.values(words)[0] ?? null) : null;
  };
  const values: Record<TemplateVariable, string | null> = {
    'customer.name': customer.name,
    'customer.courtesy': courtesies[language].replace('{name}', customer.name),
    'case.number': row.number,
    'case.trackingCode': row.tracking_code,
    'case.subject': row.subject,
    'case.registered': day(row.registered_at),
    'case.category': said(row.category_name),
    'case.product': said(row.product_name),
    'due.answer': due('first-answer', 'next-answer'),
    'due.resolution': due('claim', 'dispute-answer'),
    'organisation.name': said(organisation.name),
    'unit.name': unit,
    'agent.name': ctx.actor.kind === 'staff' ? ctx.actor.name : null,
    'portal.link': `${ctx.platform.config.publicUrl}/portal/${organisation.slug}`,
    today: day(ctx.clock.now()),
  };
  const { text, missing } = fillTemplate(template.body, values);
  return { text, language, missing: missing as TemplateVariable[] };
}

/** How a letter begins, without a guess at anybody's gender. */
const courtesies = {
  ar: 'السلام عليكم ورحمة الله وبركاته، {name}',
  fa: 'با سلام و احترام، {name}',
  en: 'Dear {name}',
} as const;
