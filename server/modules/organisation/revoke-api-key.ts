// Revokes an API key: the next request with it is refused.
import { append, on, type Context } from '#platform/context.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

export async function revokeApiKey(ctx: Context, id: string): Promise<Record<string, never>> {
  const row = await on<OrganisationTables>(ctx)
    .updateTable('api_keys')
    .set({ revoked_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw errors.apiKeyNotFound({ id });
  append(ctx, { type: 'api-key.revoked', subjectType: 'api-key', subjectId: id });
  return {};
}
