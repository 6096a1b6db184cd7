// Makes an API key for another program; its secret is shown once.
import type { z } from 'zod';
import type { ApiKey as ApiKeyContract, ApiKeyScope } from '#contract/organisation.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { cleanLine } from './clean-words.ts';
import type { OrganisationTables } from './tables.ts';

export type ApiKey = z.infer<typeof ApiKeyContract>;

/** Enough of the secret to tell keys apart: `rida_` and four characters. */
const shown = 9;

/** The secret comes sealed: an answer may be stored under an idempotency key, and only its hash may lie in the database. */
export async function createApiKey(
  ctx: Context,
  input: { name: string; scopes: readonly z.infer<typeof ApiKeyScope>[] },
): Promise<ApiKey & { sealedSecret: string }> {
  if (ctx.actor.kind !== 'staff') throw commonErrors.forbidden();
  const secret = `rida_${newSecret()}`;
  const key = {
    id: newId(),
    name: cleanLine('name', input.name),
    prefix: secret.slice(0, shown),
    scopes: [...new Set(input.scopes)],
    createdAt: ctx.clock.now(),
  };
  await on<OrganisationTables>(ctx)
    .insertInto('api_keys')
    .values({
      organisation_id: ctx.organisationId,
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      secret_hash: ctx.platform.secrets.hash(secret),
      scopes: key.scopes,
      created_by: ctx.actor.personId,
      created_at: key.createdAt,
    })
    .execute();
  append(ctx, { type: 'api-key.created', subjectType: 'api-key', subjectId: key.id, data: { scopes: key.scopes } });
  return { ...key, lastUsedAt: null, sealedSecret: ctx.platform.secrets.encrypt(secret) };
}
