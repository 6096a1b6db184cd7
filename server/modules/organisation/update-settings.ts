// Changes settings of the organisation.
import type { OrganisationSettings } from '#contract/organisation.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { cleanLocaleText } from './clean-words.ts';
import { errors, refusing } from './errors.ts';
import { forgetOrganisation, readOrganisation, type Organisation } from './read-organisation.ts';
import type { OrganisationTables } from './tables.ts';

export async function updateSettings(ctx: Context, input: Partial<OrganisationSettings>): Promise<Organisation> {
  const { timeZone, weekend } = input;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalidField('timeZone', 'unknown-time-zone');
  const fields = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([field]) => field);
  if (fields.length === 0) return readOrganisation(ctx);
  const update = on<OrganisationTables>(ctx)
    .updateTable('organisations')
    .set({
      name: input.name && cleanLocaleText('name', input.name),
      slug: input.slug,
      country: input.country,
      language: input.language,
      calendar: input.calendar,
      digits: input.digits,
      week_start: input.weekStart,
      weekend: weekend && [...new Set(weekend)].sort((a, b) => a - b),
      time_zone: timeZone,
      customer_word: input.customerWord,
      primary_colour: input.primaryColour,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .execute();
  await refusing({ organisations_slug_key: () => errors.slugTaken({ slug: input.slug }) }, update);
  forgetOrganisation(ctx);
  append(ctx, {
    type: 'organisation.settings-changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { fields },
  });
  return readOrganisation(ctx);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
