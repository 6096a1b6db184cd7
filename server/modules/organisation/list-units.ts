// The tree of units, each with the person who heads it.
import type { z } from 'zod';
import type { LocaleText } from '#contract/common.ts';
import type { Unit as UnitContract } from '#contract/organisation.ts';
import { on, type Context } from '#platform/context.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

export type Unit = z.infer<typeof UnitContract>;

function units(ctx: Context) {
  return on<OrganisationTables>(ctx)
    .selectFrom('units as u')
    .leftJoin('positions as h', (join) =>
      join
        .onRef('h.organisation_id', '=', 'u.organisation_id')
        .onRef('h.unit_id', '=', 'u.id')
        .on('h.is_head', '=', true),
    )
    .select(['u.id', 'u.parent_id', 'u.name', 'u.sort_order', 'h.person_id as head_person_id'])
    .where('u.organisation_id', '=', ctx.organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof units>['executeTakeFirstOrThrow']>>;

const view = (row: Row): Unit => ({
  id: row.id,
  parentId: row.parent_id,
  name: row.name as LocaleText,
  sortOrder: row.sort_order,
  headPersonId: row.head_person_id,
});

export async function listUnits(ctx: Context): Promise<{ items: Unit[] }> {
  const rows = await units(ctx).orderBy('u.sort_order').orderBy('u.id').execute();
  return { items: rows.map(view) };
}

/** Throws `unit.not-found`. */
export async function readUnit(ctx: Context, id: string): Promise<Unit> {
  const row = await units(ctx).where('u.id', '=', id).executeTakeFirst();
  if (!row) throw errors.unitNotFound({ id });
  return view(row);
}
