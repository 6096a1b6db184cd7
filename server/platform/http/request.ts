// RequestContext: what a route gets. It proves who asks, opens the transaction, and answers a repeated request the same way.
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { authorize } from '../context.ts';
import { sha256 } from '../crypto/secrets.ts';
import { transact, type Work } from '../db/transact.ts';
import { commonErrors } from '../errors.ts';
import type { Log } from '../log.ts';
import { permissionsOf } from '../module.ts';
import type { Platform } from '../platform.ts';
import { answerOnce } from './answer-once.ts';

export type RequestContext = {
  readonly platform: Platform;
  readonly log: Log;
  readonly headers: Headers;
  readonly address: string;
  readonly method: string;
  readonly url: string;
  /** What was asked, once it is parsed: a repeat under an idempotency key must ask the same. */
  input: unknown;
  /** Runs a verb as the signed-in person or the API key, who must hold the permission (null: signed in is enough). */
  asStaff<T>(permission: string | null, work: Work<T>): Promise<T>;
  /** Runs a verb as a customer of the organisation with that slug; the verb itself asks for the grant where it needs one. */
  asCustomer<T>(slug: string, work: Work<T>): Promise<T>;
  /** The signed-in account, for the few routes that come before membership. */
  account(): ReturnType<Platform['auth']['accountOf']>;
};

/** Which scopes of an API key stand for which permissions. */
const scopePermissions: Record<string, readonly string[]> = {
  'cases:read': ['case.read', 'catalogue.read', 'unit.read'],
  'cases:write': ['case.register', 'case.message', 'case.note', 'case.assign', 'file.upload'],
  'customers:read': ['customer.read'],
  'customers:write': ['customer.register', 'customer.change'],
};

export function requestContext(platform: Platform, request: FastifyRequest): RequestContext {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  const log = request.log as unknown as Log;
  const base = {
    platform,
    log,
    headers,
    address: request.ip,
    method: request.method,
    url: request.url,
    input: undefined as unknown,
  };

  async function scoped<T>(organisationId: string, actor: Actor, work: Work<T>): Promise<T> {
    const readOnly = request.method === 'GET' || request.method === 'HEAD';
    const given = readOnly ? null : headers.get('idempotency-key');
    // The database shows a dealer only keys that begin with its id.
    const key = given && actor.kind === 'dealer' ? `dealer:${actor.dealerId}:${given}` : given;
    const scope = { organisationId, actor, readOnly, log };
    if (!key) return transact(platform, scope, work);
    const asked = JSON.stringify([request.method, request.url, headers.get('authorization'), context.input ?? null]);
    return answerOnce(platform, scope, { key: key.slice(0, 200), hash: sha256(asked) }, work);
  }

  const context: RequestContext = {
    ...base,
    account: () => platform.auth.accountOf(headers),
    async asStaff(permission, work) {
      const { organisationId, actor } = await identify(platform, headers);
      return scoped(organisationId, actor, (ctx) => {
        if (permission !== null) authorize(ctx, permission);
        return work(ctx);
      });
    },
    async asCustomer(slug, work) {
      const organisation = await platform.directory.organisationBySlug(slug);
      if (!organisation) throw commonErrors.notFound({ organisation: slug });
      return scoped(organisation.id, { kind: 'customer', customerId: null, grantId: null }, work);
    },
  };
  return context;
}

/** Who the request's API key or session cookie belongs to. Throws `access.sign-in-needed`. */
export async function identify(
  platform: Platform,
  headers: Headers,
): Promise<{ organisationId: string; actor: Actor }> {
  const bearer = /^Bearer (rida_\S{20,})$/.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer) {
    const key = await platform.directory.apiKey(platform.secrets.hash(bearer));
    if (!key) throw commonErrors.signInNeeded();
    const permissions = new Set(key.scopes.flatMap((scope) => scopePermissions[scope] ?? []));
    return {
      organisationId: key.organisationId,
      actor: { kind: 'api-key', keyId: key.keyId, name: key.name, permissions },
    };
  }
  const account = await platform.auth.accountOf(headers);
  const staff = account && (await platform.directory.staffOfAccount(account.accountId));
  if (!staff || !staff.active) throw commonErrors.signInNeeded();
  const { dealerId } = staff;
  if (dealerId !== null) {
    const permissions = permissionsOf(platform.modules, ['dealer']);
    const { personId, name } = staff;
    return { organisationId: staff.organisationId, actor: { kind: 'dealer', personId, dealerId, name, permissions } };
  }
  return {
    organisationId: staff.organisationId,
    actor: {
      kind: 'staff',
      personId: staff.personId,
      name: staff.name,
      permissions: permissionsOf(platform.modules, staff.roles),
    },
  };
}
