// Records as a person compares them, side by side, with the fields that whoever acts may see.
import { sql } from 'kysely';
import type { ComparedRecord } from '#contract/duplicates.ts';
import { accessOf, openRecords } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';

/** By id; who is not there, or not open to whoever acts, is left out. Phones here are those in use. */
export async function comparedRecords(ctx: Context, ids: readonly string[]): Promise<Map<string, ComparedRecord>> {
  const { read } = await accessOf(ctx);
  const open = await openRecords(ctx, sql`r.id`);
  const { rows } = await sql<ComparedRecord>`
    select r.id, r.kind, r.name, r.emails, r.national_id as "nationalId", r.external_id as "externalId", r.birth_date as "birthDate",
           r.region_name as "regionName", r.registered_at as "registeredAt",
           array(select p.value from contact_point_briefs p
                  where p.organisation_id = r.organisation_id and p.customer_id = r.id and p.channel = 'phone') as phones
      from customer_match_records r
     where r.organisation_id = ${ctx.organisationId} and r.id = any (${[...new Set(ids)]}::uuid[])
       and ${open}`.execute(ctx.transaction);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        ...(read.has('contact') ? {} : { phones: [], emails: [] }),
        ...(read.has('identity') ? {} : { nationalId: null, externalId: null, birthDate: null }),
        ...(read.has('place') ? {} : { regionName: null }),
      },
    ]),
  );
}
