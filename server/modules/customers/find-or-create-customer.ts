// Finds the customer whom an external id, an e-mail or a phone belongs to, or registers a new one when nobody fits.
import type { Language } from '#contract/common.ts';
import type { CustomerInput } from '#contract/customers.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { readOrganisation, type Organisation } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { accessOf, responsibleForNew } from './access.ts';
import type { ContactPointView } from './contact-point.ts';
import { contactPointAdded, customerChanged, customerRegistered } from './customer-events.ts';
import { normaliseEmail } from './email.ts';
import { findCustomer, type FoundCustomer, type Identity } from './find-customer.ts';
import {
  adoptContactPoints,
  insertContactPoints,
  insertCustomer,
  linkExternalId,
  type NewCustomer,
} from './insert-customer.ts';
import { cleanName } from './name.ts';
import { parsePhone } from './phone.ts';

/** `kind` is a person unless it says otherwise. `preferName` is used before `name` for a new customer, when it is not empty. */
export type WhoAsks = Omit<CustomerInput, 'kind'> & {
  kind?: CustomerInput['kind'] | undefined;
  preferName?: string | undefined;
};

export type FoundOrCreated = {
  customerId: string;
  found: boolean;
  name: string;
  language: Language;
  contactPoints: ContactPointView[];
};

/**
 * The external id decides before the e-mail, the e-mail before the phone. Addresses that nobody has are added to the customer;
 * an address that belongs to somebody else stays there; a name is never overwritten. Two at the same moment for the same
 * address give one customer. Throws `request.invalid` for a phone or an e-mail that is none.
 *
 * A customer who asks (the portal) and a dealer who enters a buyer have proved nothing. For them only the first address given decides, and nothing is added
 * to a customer who was there before: otherwise a stranger who knows a phone could have its owner's answers sent to themselves.
 */
export async function findOrCreateCustomer(ctx: Context, input: WhoAsks): Promise<FoundOrCreated> {
  const proved = ctx.actor.kind !== 'customer' && ctx.actor.kind !== 'dealer';
  let asked: Promise<Organisation> | undefined;
  const organisation: AskOrganisation = () => (asked ??= readOrganisation(ctx));
  const identity = await identityOf(input, organisation);
  if (!proved) delete identity.externalId;
  const deciding = proved || !identity.email ? identity : { ...identity, phone: undefined };
  // Each further round means that another transaction took an address at the same moment and has committed: now it is found.
  for (let round = 0; round < 5; round += 1) {
    const { customer, owned } = await findCustomer(ctx, deciding);
    const done = customer
      ? await complete(ctx, customer, proved ? identity : {}, owned)
      : await register(ctx, input, identity, deciding, organisation);
    if (done) return done;
  }
  throw new Error('the addresses of a customer changed hands five times while it was looked for');
}

/** Read at most once, and only when a country or a language is missing. */
type AskOrganisation = () => Promise<Organisation>;

async function identityOf(input: WhoAsks, organisation: AskOrganisation): Promise<Identity> {
  return {
    externalId: toLatinDigits(cleanText(input.externalId ?? '')) || undefined,
    email: input.email ? normaliseEmail(input.email) : undefined,
    phone: input.phone ? parsePhone(input.phone, (await organisation()).country) : undefined,
  };
}

/** Adds what a known customer does not have yet; null when its e-mail was taken meanwhile. */
async function complete(
  ctx: Context,
  customer: FoundCustomer,
  given: Identity,
  owned: Set<string>,
): Promise<FoundOrCreated | null> {
  const missing = { email: unowned(given.email, owned), phone: unowned(given.phone, owned) };
  const added = missing.email || missing.phone ? await insertContactPoints(ctx, customer.id, missing) : [];
  for (const point of added) append(ctx, contactPointAdded(customer.id, point));
  if (missing.email && !added.some((point) => point.channel === 'email')) return null;
  if (given.externalId && customer.externalId === null && (await linkExternalId(ctx, customer.id, given.externalId))) {
    append(ctx, customerChanged(customer.id, ['externalId']));
  }
  return {
    customerId: customer.id,
    found: true,
    name: customer.name,
    language: customer.language,
    contactPoints: [...customer.contactPoints, ...added],
  };
}

/** Registers a new customer; null when somebody else took one of the deciding addresses meanwhile. */
async function register(
  ctx: Context,
  input: WhoAsks,
  identity: Identity,
  deciding: Identity,
  organisation: AskOrganisation,
): Promise<FoundOrCreated | null> {
  const name = cleanName(input.preferName ?? '') || cleanName(input.name) || identity.email || identity.phone;
  if (!name) throw invalidField('name', 'required');
  const language = input.language ?? (await organisation()).language;
  const customer: NewCustomer = {
    id: newId(),
    kind: input.kind ?? 'person',
    name,
    language,
    preferredChannel: input.preferredChannel ?? null,
    responsibleId: ctx.actor.kind === 'staff' ? responsibleForNew(await accessOf(ctx)) : null,
  };
  const { registered, contactPoints } = await insertCustomer(ctx, customer, identity, deciding);
  if (!registered) {
    // We have the e-mail and lost the phone or the external id: the e-mail goes to the customer who has it.
    if (contactPoints.length > 0) await settle(ctx, customer, deciding, contactPoints);
    return null;
  }
  append(ctx, customerRegistered(customer, contactPoints));
  return { customerId: customer.id, found: false, name, language, contactPoints };
}

async function settle(
  ctx: Context,
  customer: NewCustomer,
  deciding: Identity,
  contactPoints: ContactPointView[],
): Promise<void> {
  const { customer: winner } = await findCustomer(ctx, deciding);
  if (winner) {
    await adoptContactPoints(ctx, customer.id, winner.id);
    for (const point of contactPoints) append(ctx, contactPointAdded(winner.id, point));
  } else {
    // Given back in the same instant: the customer is ours after all, and the next round completes it.
    await insertCustomer(ctx, customer, {}, {});
    append(ctx, customerRegistered(customer, contactPoints));
  }
}

const unowned = (address: string | undefined, owned: Set<string>): string | undefined =>
  address && !owned.has(address) ? address : undefined;
