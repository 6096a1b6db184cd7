// Loads the sample organisation: a service authority with its staff, 2,000 customers and a year of cases, in one transaction.
import { writeSampleAuthority } from './modules/authority/index.ts';
import { inventSampleCases, writeSampleCases } from './modules/cases/index.ts';
import { writeSampleCatalogue } from './modules/catalogue/index.ts';
import { writeSampleMails } from './modules/channels/index.ts';
import { writeSampleForms } from './modules/forms/index.ts';
import { writeSampleImports } from './modules/imports/index.ts';
import { writeSampleKnowledge } from './modules/knowledge/index.ts';
import { inventSampleCustomers, writeSampleCustomers } from './modules/customers/index.ts';
import { writeSampleDuplicates } from './modules/duplicates/index.ts';
import {
  dateSettings,
  forgetOrganisations,
  openAccount,
  sampleStaff,
  writeSampleOrganisation,
  writeSampleSignIns,
  type SampleCountry,
} from './modules/organisation/index.ts';
import { writeSampleProcesses } from './modules/processes/index.ts';
import { sampleDealerEmail, writeSamplePurchases } from './modules/purchases/index.ts';
import { writeSampleTree } from './modules/segments/index.ts';
import { writeSampleCalendars, writeSamplePolicies } from './modules/service-levels/index.ts';
import { transact } from './platform/db/transact.ts';
import { newId } from './platform/ids.ts';
import type { Platform } from './platform/platform.ts';
import { seededRandom } from './platform/random.ts';

export type SampleOptions = {
  /** What happens, for people; nothing by default. */
  say?: (line: string) => void;
  /** Calendar, week and language of the organisation: Saudi Arabia unless told otherwise. */
  country?: SampleCountry;
  administrator?: { name?: string; email: string; password: string };
};
export type LoadedSample = { organisationId: string; slug: string; administrator: { email: string; password: string } };

const slug = 'sample';
const seed = 1405;
const dayMs = 86_400_000;
const size = { customers: 2_000, cases: 7_000 };

/**
 * For an installation without an organisation. The same moment gives the same content; ids and secrets are new each time. All
 * times lie in the twelve months before now, so that open cases are alive. Throws `account.password-wrong` when one of its
 * addresses already has a sign-in with another password.
 */
export async function loadSample(platform: Platform, options: SampleOptions = {}): Promise<LoadedSample> {
  const { say = () => {}, country = 'SA' } = options;
  const administrator = options.administrator ?? { email: 'admin@example.org', password: 'rida-sample-1405' };
  const { password } = administrator;
  say('Loading the sample organisation …');
  const people = sampleStaff(country, administrator);
  const accounts = new Map<string, string>();
  for (const { email, name } of people.filter((one) => one.signsIn))
    accounts.set(email, await openAccount(platform, { email, name, password, address: '127.0.0.1' }));

  const dealer = { email: sampleDealerEmail, name: 'Dealer', password, address: '127.0.0.1' };
  const dealerAccount = await openAccount(platform, dealer);

  const organisationId = newId();
  const now = platform.clock.now();
  // A year of cases, and some days before it in which the authority was set up.
  const begin = new Date(now.getTime() - 365 * dayMs);
  const since = new Date(begin.getTime() - 9 * dayMs);
  await transact(platform, { organisationId, actor: { kind: 'system', name: 'sample' } }, async (ctx) => {
    const random = seededRandom(seed);
    const organisation = await writeSampleOrganisation(ctx, { country, slug, people, accounts, since });
    await writeSampleCalendars(ctx, { country, since });
    await writeSampleAuthority(ctx, seededRandom(seed), { country, organisation, since, now });
    const categories = await writeSampleCatalogue(
      ctx,
      new Map(organisation.units.map((unit) => [unit.key, unit.id])),
      since,
      await writeSampleForms(ctx, { country, since }),
    );
    await writeSampleKnowledge(ctx, { country, organisation, categories, since, now });
    const customers = inventSampleCustomers(random, {
      count: size.customers,
      begin: new Date(since.getTime() + dayMs),
      end: now,
    });
    const cases = inventSampleCases(ctx, random, {
      settings: await dateSettings(ctx),
      organisation,
      categories,
      customers,
      begin,
      count: size.cases,
    });
    await writeSampleCustomers(ctx, random, customers, cases.provedAt);
    await writeSampleDuplicates(ctx, customers);
    await writeSamplePurchases(ctx, seededRandom(seed), {
      country,
      customers,
      since,
      end: now,
      accountId: dealerAccount,
    });
    await writeSampleTree(ctx, since);
    await writeSamplePolicies(ctx, { country, since, categories });
    await writeSampleProcesses(ctx, { country, organisation, since, now });
    await writeSampleImports(ctx, {
      since,
      by: organisation.people.filter((one) => one.roles.includes('administrator')).map((one) => one.id),
      language: (await dateSettings(ctx)).language,
    });
    await writeSampleMails(ctx, cases.mails);
    await writeSampleCases(ctx, cases);
    await writeSampleSignIns(ctx, random, organisation.people);
  });
  forgetOrganisations(platform.connection);
  // Until its statistics are made the database would guess how to read so many new rows.
  await platform.connection.pool.query('analyze');
  for (const one of people.filter((person) => person.signsIn)) say(`  ${one.email}  (${one.roles.join(', ')})`);
  say(`  ${sampleDealerEmail}  (dealer)`);
  return { organisationId, slug, administrator: { email: administrator.email, password } };
}
