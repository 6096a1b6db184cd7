// The settings of the organisation, and the part of them that every date and number is written with.
import type { LocaleText } from '#contract/common.ts';
import type { OrganisationSettings } from '#contract/organisation.ts';
import type { DateSettings, Weekday } from '#kernel/calendar/settings.ts';
import { byKey, type Context } from '#platform/context.ts';
import type { OrganisationTables } from './tables.ts';

export type Organisation = OrganisationSettings & { id: string };

// Read once a transaction: numbers, dates, letters and phones all ask for it.
const remembered = new WeakMap<object, Promise<Organisation>>();

/** The organisation of the context. */
export function readOrganisation(ctx: Context): Promise<Organisation> {
  const known = remembered.get(ctx.transaction) ?? read(ctx);
  remembered.set(ctx.transaction, known);
  return known;
}

/** After a change in this transaction: whoever asks next reads anew. */
export function forgetOrganisation(ctx: Context): void {
  remembered.delete(ctx.transaction);
}

async function read(ctx: Context): Promise<Organisation> {
  const row = await byKey<OrganisationTables>(ctx)
    .selectFrom('organisations')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirstOrThrow();
  return {
    id: row.organisation_id,
    name: row.name as LocaleText,
    slug: row.slug,
    country: row.country,
    language: row.language,
    calendar: row.calendar,
    digits: row.digits,
    weekStart: row.week_start,
    weekend: row.weekend,
    timeZone: row.time_zone,
    customerWord: row.customer_word,
    primaryColour: row.primary_colour,
  };
}

/** What the calendar kernel reads; `language` may be replaced by the reader's own. */
export async function dateSettings(ctx: Context): Promise<DateSettings> {
  const { language, calendar, digits, weekStart, weekend, timeZone } = await readOrganisation(ctx);
  return { language, calendar, digits, weekStart: weekStart as Weekday, weekendDays: weekend as Weekday[], timeZone };
}
