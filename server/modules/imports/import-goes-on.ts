// Whether an import is being written at the moment: what can wait for it leaves it the machine.
import { on, type Context } from '#platform/context.ts';
import type { ImportTables } from './tables.ts';

export async function importGoesOn(ctx: Context): Promise<boolean> {
  const row = await on<ImportTables>(ctx)
    .selectFrom('imports')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'running')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
