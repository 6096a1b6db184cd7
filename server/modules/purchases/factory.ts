// Builds dealers, their people and what they choose from, for tests.
import { sql } from 'kysely';
import { createProduct } from '#modules/catalogue/index.ts';
import { createPerson } from '#modules/organisation/index.ts';
import type { BuiltOrganisation } from '#modules/organisation/factory.ts';
import type { DealerActor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { permissionsOf } from '#platform/module.ts';
import { createDealer } from './create-dealer.ts';

export type BuiltDealer = { dealerId: string; actor: DealerActor };

/** A dealer with one person; `run(work, dealer.actor)` acts as that person. */
export async function buildDealer({ run }: BuiltOrganisation, name = 'متجر النور'): Promise<BuiltDealer> {
  return run(async (ctx) => {
    const dealer = await createDealer(ctx, { name });
    const email = `${newId().slice(-12)}@dealer.test`;
    const personId = await createPerson(ctx, { name: 'هند', email, roles: [], dealerId: dealer.id });
    const permissions = permissionsOf(ctx.platform.modules, ['dealer']);
    return {
      dealerId: dealer.id,
      actor: { kind: 'dealer', personId, dealerId: dealer.id, name: 'هند', permissions },
    };
  });
}

export async function buildProduct(ctx: Context, name = 'هاتف', code?: string): Promise<string> {
  return (await createProduct(ctx, { kind: 'product', name: { ar: name, en: name }, code: code ?? null })).id;
}

/** A country with one province and one city in it. */
export async function buildRegions(ctx: Context): Promise<{ countryId: string; provinceId: string; cityId: string }> {
  const [countryId, provinceId, cityId] = [newId(), newId(), newId()];
  await sql`insert into regions (organisation_id, id, parent_id, level, name) values
    (${ctx.organisationId}, ${countryId}, null, 'country', '{"ar": "السعودية"}'),
    (${ctx.organisationId}, ${provinceId}, ${countryId}, 'province', '{"ar": "منطقة الرياض"}'),
    (${ctx.organisationId}, ${cityId}, ${provinceId}, 'city', '{"ar": "الخرج"}')`.execute(ctx.transaction);
  return { countryId, provinceId, cityId };
}

export async function buildAgeGroup(ctx: Context, name = '18–24', sortOrder = 1): Promise<string> {
  const id = newId();
  await sql`insert into customer_choices (organisation_id, id, list, name, sort_order)
    values (${ctx.organisationId}, ${id}, 'age-group', ${JSON.stringify({ en: name })}, ${sortOrder})`.execute(
    ctx.transaction,
  );
  return id;
}
