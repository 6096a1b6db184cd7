// Answers the platform's questions about people and organisations, by the owner's connection: nobody is known yet when it asks.
import { performance } from 'node:perf_hooks';
import type { Directory, OrganisationEntry } from '#platform/access/directory.ts';
import type { Secrets } from '#platform/crypto/secrets.ts';
import type { Connection } from '#platform/db/connect.ts';
import { newId } from '#platform/ids.ts';

/** Pages without a session ask for the organisations at every load; other processes see a change this late. */
const listAgeMs = 5_000;

const lists = new WeakMap<Connection, { read: Promise<OrganisationEntry[]>; at: number }>();

/** Call after the commit of a change to an organisation's slug or language, or of a new one. */
export function forgetOrganisations(connection: Connection): void {
  lists.delete(connection);
}

function organisations(connection: Connection): Promise<OrganisationEntry[]> {
  const kept = lists.get(connection);
  if (kept && performance.now() - kept.at < listAgeMs) return kept.read;
  const read = connection.pool
    .query<OrganisationEntry>(
      'select organisation_id as id, slug, language from organisations order by created_at, organisation_id',
    )
    .then(({ rows }) => rows);
  lists.set(connection, { read, at: performance.now() });
  read.catch(() => forgetOrganisations(connection));
  return read;
}

/** Nothing about people and keys is kept: who lost access has lost it at the next request. */
export function createDirectory(connection: Connection, _secrets: Secrets): Directory {
  const { pool } = connection;
  return {
    async staffOfAccount(accountId) {
      const { rows } = await connection.query<{
        organisationId: string;
        personId: string;
        name: string;
        roles: string[];
        active: boolean;
        dealerId: string | null;
      }>(
        'select organisation_id as "organisationId", id as "personId", name, roles, active, dealer_id as "dealerId" from people where account_id = $1',
        [accountId],
      );
      return rows[0];
    },

    async apiKey(secretHash) {
      const { rows } = await connection.query<{
        organisationId: string;
        keyId: string;
        name: string;
        scopes: string[];
        stale: boolean;
      }>(
        `select organisation_id as "organisationId", id as "keyId", name, scopes,
                last_used_at is null or last_used_at < now() - interval '1 minute' as stale
           from api_keys where secret_hash = $1 and revoked_at is null`,
        [secretHash],
      );
      const found = rows[0];
      if (!found) return undefined;
      const { stale, ...key } = found;
      if (stale)
        await pool.query('update api_keys set last_used_at = now() where organisation_id = $1 and id = $2', [
          key.organisationId,
          key.keyId,
        ]);
      return key;
    },

    async organisationBySlug(slug) {
      const known = (await organisations(connection)).find((one) => one.slug === slug);
      if (known) return known;
      const { rows } = await pool.query<OrganisationEntry>(
        'select organisation_id as id, slug, language from organisations where slug = $1',
        [slug],
      );
      return rows[0];
    },

    organisations: () => organisations(connection),

    async recordSignIn({ accountId, email, result, address, device }) {
      // The account's organisation; without an account every organisation that knows the address; a try with an unknown
      // address is kept where there is only one organisation it can have meant. Milliseconds, since pages begin at them.
      await pool.query(
        `with known as (
           select organisation_id, id as person_id from people where account_id = $2 or ($2::uuid is null and lower(email) = lower($3))
         ), only_one as (
           select min(organisation_id::text)::uuid as organisation_id, null::uuid as person_id from organisations having count(*) = 1
         )
         insert into sign_ins (organisation_id, id, person_id, email, result, address, device, at)
         select organisation_id, $1, person_id, $3, $4, $5, $6, date_trunc('milliseconds', now())
           from (select * from known union all select * from only_one where $2::uuid is null and not exists (select from known)) as places`,
        [newId(), accountId, email.slice(0, 254), result, address, device],
      );
    },
  };
}
