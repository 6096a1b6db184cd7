// Makes an organisation with its root unit and its first administrator, who heads it.
import type { Language, LocaleText } from '#contract/common.ts';
import type { OrganisationSettings } from '#contract/organisation.ts';
import { resolveDigits } from '#kernel/calendar/settings.ts';
import { countryPacks } from '#kernel/country-packs.ts';
import { append, on } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { cleanLocaleText } from './clean-words.ts';
import { createPerson } from './create-person.ts';
import { createPosition } from './create-position.ts';
import { createUnit } from './create-unit.ts';
import { forgetOrganisations } from './directory.ts';
import { errors, refusing } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

export type NewOrganisation = {
  name: LocaleText;
  slug: string;
  country: OrganisationSettings['country'];
  language: Language;
  administrator: { name: string; email: string; accountId: string | null };
  /** Where it differs from its country's pack. */
  settings?: Partial<Omit<OrganisationSettings, 'name' | 'slug' | 'country' | 'language'>>;
};

/** Renamed by whoever cares: what stands in the chart until then. */
const firstTitle: LocaleText = { ar: 'الرئيس', fa: 'رئیس', en: 'Head' };

/** In one transaction of its own. Throws `organisation.slug-taken`, `person.account-elsewhere`. */
export async function createOrganisation(
  platform: Platform,
  input: NewOrganisation,
): Promise<{ organisationId: string; slug: string; rootUnitId: string; administratorId: string }> {
  const organisationId = newId();
  const pack = countryPacks[input.country];
  const { settings = {} } = input;
  const made = await transact(
    platform,
    { organisationId, actor: { kind: 'system', name: 'create-organisation' } },
    async (ctx) => {
      const insert = on<OrganisationTables>(ctx)
        .insertInto('organisations')
        .values({
          organisation_id: organisationId,
          slug: input.slug,
          name: cleanLocaleText('name', input.name),
          country: input.country,
          language: input.language,
          calendar: settings.calendar ?? pack.calendar,
          digits: settings.digits ?? resolveDigits(pack.digits, input.language),
          week_start: settings.weekStart ?? pack.weekStart,
          weekend: settings.weekend ?? [...pack.weekendDays],
          time_zone: settings.timeZone ?? pack.timeZone,
          customer_word: settings.customerWord ?? pack.customerWord,
          primary_colour: settings.primaryColour ?? null,
          created_at: ctx.clock.now(),
        })
        .execute();
      await refusing({ organisations_slug_key: () => errors.slugTaken({ slug: input.slug }) }, insert);
      append(ctx, {
        type: 'organisation.created',
        subjectType: 'organisation',
        subjectId: organisationId,
        data: { country: input.country },
      });
      const root = await createUnit(ctx, { name: input.name, parentId: null });
      const administratorId = await createPerson(ctx, { ...input.administrator, roles: ['administrator'] });
      await createPosition(ctx, { unitId: root.id, title: firstTitle, isHead: true, personId: administratorId });
      return { rootUnitId: root.id, administratorId };
    },
  );
  forgetOrganisations(platform.connection);
  return { organisationId, slug: input.slug, ...made };
}
