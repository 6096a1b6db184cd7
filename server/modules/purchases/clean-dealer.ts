// What was typed about a dealer on its way into the database.
import { cleanText } from '#kernel/text/clean.ts';
import { parsePhone } from '#modules/customers/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { requireRegion } from './require-choice.ts';

export type DealerWords = {
  name?: string | undefined;
  regionId?: string | null | undefined;
  contactName?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
};

/** Columns of what is given; the rest is not there. Throws `request.invalid`. */
export async function cleanDealer(ctx: Context, { name, regionId, contactName, phone, email }: DealerWords) {
  const clean = name === undefined ? undefined : cleanText(name).replace(/\s+/g, ' ');
  if (clean === '') throw invalidField('name', 'required');
  if (regionId) await requireRegion(ctx, regionId, 'regionId');
  return {
    ...(clean === undefined ? {} : { name: clean }),
    ...(regionId === undefined ? {} : { region_id: regionId }),
    ...(contactName === undefined ? {} : { contact_name: contactName && cleanText(contactName) }),
    ...(phone === undefined ? {} : { phone: phone && parsePhone(phone, (await readOrganisation(ctx)).country) }),
    ...(email === undefined ? {} : { email: email && email.toLowerCase() }),
  };
}
