// For tests: an organisation of one's own with people, units and positions, and a signed-in browser.
import type { FastifyInstance } from 'fastify';
import type { Language } from '#contract/common.ts';
import type { OrganisationSettings, Role } from '#contract/organisation.ts';
import type { Actor, StaffActor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import { permissionsOf } from '#platform/module.ts';
import type { Platform } from '#platform/platform.ts';
import { createOrganisation } from './create-organisation.ts';
import { createPerson } from './create-person.ts';
import { createPosition } from './create-position.ts';
import { createUnit } from './create-unit.ts';

export const testPassword = 'a long test password';

export type BuiltPerson = {
  personId: string;
  actor: StaffActor;
  email: string;
  password: string;
  accountId: string | null;
};

type PersonWish = {
  roles?: readonly Role[];
  name?: string;
  language?: Language;
  /** The unit to hold a position in. */
  positionIn?: string;
  /** Whether that position heads the unit. */
  head?: boolean;
  /** Makes a sign-in too. Slow (a password is hashed): only where the test signs in. */
  withAccount?: boolean;
};

export type BuiltOrganisation = Awaited<ReturnType<typeof buildOrganisation>>;

/** `administrator` heads the root unit. */
export async function buildOrganisation(
  platform: Platform,
  wish: {
    language?: Language;
    country?: OrganisationSettings['country'];
    settings?: Parameters<typeof createOrganisation>[1]['settings'];
    withAccount?: boolean;
  } = {},
) {
  const slug = `test-${newId().slice(-12)}`;
  const language = wish.language ?? 'en';
  const email = `administrator@${slug}.test`;
  const accountId = wish.withAccount ? await makeAccount(platform, email, 'Administrator') : null;
  const made = await createOrganisation(platform, {
    name: { en: `Organisation ${slug}` },
    slug,
    country: wish.country ?? 'other',
    language,
    administrator: { name: 'Administrator', email, accountId },
    ...(wish.settings ? { settings: wish.settings } : {}),
  });
  const { organisationId, rootUnitId } = made;

  function actorOf(personId: string, name: string, roles: readonly Role[]): StaffActor {
    return { kind: 'staff', personId, name, permissions: permissionsOf(platform.modules, roles) };
  }

  const administrator: BuiltPerson = {
    personId: made.administratorId,
    actor: actorOf(made.administratorId, 'Administrator', ['administrator']),
    email,
    password: testPassword,
    accountId,
  };

  /** Runs a verb in this organisation, as its administrator unless told otherwise. */
  function run<T>(work: (ctx: Context) => Promise<T>, actor: Actor = administrator.actor): Promise<T> {
    return transact(platform, { organisationId, actor }, work);
  }

  let count = 0;
  async function buildPerson(person: PersonWish = {}): Promise<BuiltPerson> {
    count += 1;
    const name = person.name ?? `Person ${count}`;
    const address = `person-${count}@${slug}.test`;
    const roles = person.roles ?? ['agent'];
    const account = person.withAccount ? await makeAccount(platform, address, name) : null;
    const personId = await run(async (ctx) => {
      const id = await createPerson(ctx, {
        name,
        email: address,
        roles,
        accountId: account,
        language: person.language,
      });
      if (person.positionIn)
        await createPosition(ctx, {
          unitId: person.positionIn,
          title: { en: name },
          isHead: person.head ?? false,
          personId: id,
        });
      return id;
    });
    return {
      personId,
      actor: actorOf(personId, name, roles),
      email: address,
      password: testPassword,
      accountId: account,
    };
  }

  /** Below the root unit unless told otherwise; returns the id. */
  async function buildUnit(unit: { parentId?: string | null; name?: string } = {}): Promise<string> {
    count += 1;
    const parentId = unit.parentId === undefined ? rootUnitId : unit.parentId;
    return (await run((ctx) => createUnit(ctx, { name: { en: unit.name ?? `Unit ${count}` }, parentId }))).id;
  }

  return { organisationId, slug, rootUnitId, administrator, run, buildPerson, buildUnit };
}

function makeAccount(platform: Platform, email: string, name: string): Promise<string> {
  return platform.auth.createAccount({ email, name, password: testPassword });
}

let lastAddress = 0;

/** Signs a person in through HTTP and returns the headers of their browser. Each comes from an address of its own: tries are counted by it. */
export async function signIn(
  http: FastifyInstance,
  person: { email: string; password: string },
): Promise<{ cookie: string; origin: string }> {
  lastAddress += 1;
  const answer = await http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    remoteAddress: `10.1.${lastAddress >> 8}.${lastAddress & 255}`,
    payload: { email: person.email, password: person.password },
  });
  if (answer.statusCode !== 200) throw new Error(`sign-in answered ${answer.statusCode}: ${answer.body}`);
  const cookie = answer.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
  return { cookie, origin: 'http://rida.test' };
}
