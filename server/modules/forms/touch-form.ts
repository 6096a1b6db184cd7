// Marks a form as changed now, so that it comes first in lists, with what else changed of it.
import type { Updateable } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import type { FormsTables } from './tables.ts';

export async function touchForm(
  ctx: Context,
  id: string,
  change: Partial<Pick<Updateable<FormsTables['forms']>, 'name' | 'retired_at'>> = {},
): Promise<void> {
  await on<FormsTables>(ctx)
    .updateTable('forms')
    .set({ changed_at: ctx.clock.now(), ...change })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}
