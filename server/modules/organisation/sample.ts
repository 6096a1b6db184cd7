// The sample service authority: its settings, units, positions and staff, of whom a few can sign in.
import type { Language, LocaleText } from '#contract/common.ts';
import type { Role } from '#contract/organisation.ts';
import { resolveDigits } from '#kernel/calendar/settings.ts';
import { countryPacks } from '#kernel/country-packs.ts';
import type { StaffActor } from '#platform/actor.ts';
import { asOf } from '#platform/as-of.ts';
import { append, on, type Context } from '#platform/context.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import { permissionsOf } from '#platform/module.ts';
import type { Random } from '#platform/random.ts';
import { createPerson } from './create-person.ts';
import { createPosition } from './create-position.ts';
import { createUnit } from './create-unit.ts';
import { authority, positions, units } from './sample/structure.ts';
import { staff } from './sample/staff.ts';
import type { OrganisationTables } from './tables.ts';

export type SampleCountry = 'SA' | 'IR';
export type SamplePerson = {
  key: string;
  name: string;
  email: string;
  language: Language;
  roles: readonly Role[];
  unit: string;
  isHead: boolean;
  position: string;
  signsIn: boolean;
};
export type SampleUnit = { id: string; key: string; name: LocaleText; parent: string | null; head: string | null };
/** Units and people by their ids; `people` in the order of the staff list. */
export type SampleOrganisation = { units: SampleUnit[]; people: (SamplePerson & { id: string })[] };

/** Who did something in the sample. */
export function sampleActor(ctx: Context, person: { id: string; name: string; roles: readonly string[] }): StaffActor {
  const permissions = permissionsOf(ctx.platform.modules, person.roles);
  return { kind: 'staff', personId: person.id, name: person.name, permissions };
}

const administratorPosition = 'information-technology-head';
/** An agent, the head of a unit and an observer, so that each kind of work can be looked at. */
const guests: Record<SampleCountry, readonly string[]> = {
  SA: ['lama.alkhatib', 'tarek.elbadawi', 'dina.ghanem'],
  IR: ['hanieh.saffari', 'peyman.karouni', 'behnaz.foroutan'],
};

/** Everybody who works here; the administrator takes the place of the head of information technology. */
export function sampleStaff(
  country: SampleCountry,
  administrator: { name?: string | undefined; email: string },
): SamplePerson[] {
  return staff.map((one) => {
    const position = positions.find((other) => other.key === one.position);
    if (!position) throw new Error(`no position ${one.position}`);
    const leads = one.position === administratorPosition;
    return {
      key: one.emailLocalPart,
      name:
        (leads ? administrator.name : undefined) ?? `${one.givenName[one.language]} ${one.familyName[one.language]}`,
      email: leads ? administrator.email : `${one.emailLocalPart}@${authority.emailDomain}`,
      language: leads ? countryPacks[country].language : one.language,
      roles: leads ? ['administrator'] : one.roles,
      unit: position.unit,
      isHead: position.head,
      position: one.position,
      signsIn: leads || guests[country].includes(one.emailLocalPart),
    };
  });
}

/** `accounts`: e-mail address → id of the sign-in. Everything carries the day on which the authority began with the product. */
export async function writeSampleOrganisation(
  ctx: Context,
  sample: {
    country: SampleCountry;
    slug: string;
    people: readonly SamplePerson[];
    accounts: ReadonlyMap<string, string>;
    since: Date;
  },
): Promise<SampleOrganisation> {
  return asOf(ctx, sample.since, async (past) => {
    await insertOrganisation(past, sample.country, sample.slug);
    const unitIds = new Map<string, string>();
    for (const [index, unit] of units.entries()) {
      const parentId = unit.parent === null ? null : idOf(unitIds, unit.parent);
      unitIds.set(unit.key, (await createUnit(past, { name: unit.name, parentId, sortOrder: index })).id);
    }
    const people: SampleOrganisation['people'] = [];
    for (const one of sample.people) {
      const id = await createPerson(past, {
        name: one.name,
        email: one.email,
        roles: one.roles,
        language: one.language,
        accountId: sample.accounts.get(one.email),
      });
      people.push({ ...one, id });
    }
    for (const position of positions) {
      const holders = people.filter((one) => one.position === position.key);
      const place = { unitId: idOf(unitIds, position.unit), title: position.title, isHead: position.head };
      for (const { id } of holders) await createPosition(past, { ...place, personId: id });
      // One vacancy stands for all of them.
      if (holders.length < position.count) await createPosition(past, place);
    }
    const headOf = (key: string): string | null => people.find((one) => one.unit === key && one.isHead)?.id ?? null;
    return {
      units: units.map(({ key, name, parent }) => ({ key, name, parent, id: idOf(unitIds, key), head: headOf(key) })),
      people,
    };
  });
}

async function insertOrganisation(ctx: Context, country: SampleCountry, slug: string): Promise<void> {
  const pack = countryPacks[country];
  await on<OrganisationTables>(ctx)
    .insertInto('organisations')
    .values({
      organisation_id: ctx.organisationId,
      slug,
      name: JSON.stringify(authority.name satisfies LocaleText),
      country,
      language: pack.language,
      // A public body of Saudi Arabia dates by Umm al-Qura.
      calendar: country === 'SA' ? 'islamic-umalqura' : pack.calendar,
      digits: resolveDigits(pack.digits, pack.language),
      week_start: pack.weekStart,
      weekend: [...pack.weekendDays],
      time_zone: pack.timeZone,
      customer_word: pack.customerWord,
      primary_colour: null,
      created_at: ctx.clock.now(),
    })
    .execute();
  append(ctx, {
    type: 'organisation.created',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { country },
  });
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`no unit ${key}`);
  return id;
}

/** Sign-ins of the last two weeks, from addresses that belong to nobody (RFC 5737). */
export async function writeSampleSignIns(
  ctx: Context,
  random: Random,
  people: SampleOrganisation['people'],
): Promise<void> {
  const now = ctx.clock.now().getTime();
  const devices = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
    'Mozilla/5.0 (X11; Linux x86_64)',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
  ];
  const rows = people
    .filter((one) => one.signsIn)
    .flatMap((one) =>
      Array.from({ length: 12 }, (_, day) => ({
        organisation_id: ctx.organisationId,
        id: newId(),
        person_id: one.id,
        email: one.email,
        result: random.chance(0.12) ? ('refused' as const) : ('signed-in' as const),
        address: `192.0.2.${random.whole(10, 40)}`,
        device: random.pick(devices),
        at: new Date(now - (day + random.next()) * 86_400_000),
      })),
    );
  await insertRows<OrganisationTables, 'sign_ins'>(
    ctx,
    'sign_ins',
    rows.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  );
}
