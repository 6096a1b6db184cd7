// Whether the forms of these keys can be filled in now, for whatever names forms by their key, such as diagrams.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import type { FormsTables } from './tables.ts';

/** By key, of those that are there and not out of use: whether one was ever published. */
export async function formsNamed(ctx: Context, keys: readonly string[]): Promise<Map<string, { published: boolean }>> {
  if (keys.length === 0) return new Map();
  const rows = await on<FormsTables>(ctx)
    .selectFrom('forms as f')
    .select('f.key')
    .select(
      sql<boolean>`exists (select from form_versions v where v.organisation_id = f.organisation_id and v.form_id = f.id and v.published_at is not null)`.as(
        'published',
      ),
    )
    .where('f.organisation_id', '=', ctx.organisationId)
    .where('f.key', 'in', [...new Set(keys)])
    .where('f.retired_at', 'is', null)
    .execute();
  return new Map(rows.map(({ key, published }) => [key, { published }]));
}
