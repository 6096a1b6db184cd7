// API keys in force, newest first.
import { on, type Context } from '#platform/context.ts';
import type { ApiKey } from './create-api-key.ts';
import type { OrganisationTables } from './tables.ts';

export async function listApiKeys(ctx: Context): Promise<{ items: ApiKey[] }> {
  const rows = await on<OrganisationTables>(ctx)
    .selectFrom('api_keys')
    .select(['id', 'name', 'prefix', 'scopes', 'created_at', 'last_used_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes as ApiKey['scopes'],
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
    })),
  };
}
