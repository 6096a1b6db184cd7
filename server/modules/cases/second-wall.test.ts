// The second wall: plain SQL under the role of customers reaches the one case of its grant and nobody else's, whatever it asks for.
import { Readable } from 'node:stream';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordConsent } from '#modules/customers/record-consent.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { addNote } from './add-note.ts';
import { asCustomerOf, buildClaimedCase } from './factory.ts';
import { claimResolution } from './claim-resolution.ts';
import { addCustomerMessage } from './add-customer-message.ts';
import { confirmResolution } from './confirm-resolution.ts';
import { disputeResolution } from './dispute-resolution.ts';
import { issueGrant } from './grants.ts';
import { reopenCaseByCustomer } from './reopen-case.ts';
import { requestCode } from './request-code.ts';

const system: Actor = { kind: 'system', name: 'test' };
const nobodyYet: Actor = { kind: 'customer', customerId: null, grantId: null };
let app: TestApp;
let office: BuiltOrganisation;
let mine: Awaited<ReturnType<typeof aWholeLife>>;
let theirs: Awaited<ReturnType<typeof aWholeLife>>;
beforeAll(async () => {
  app = await createTestApp();
  office = await buildOrganisation(app.platform);
  mine = await aWholeLife();
  theirs = await aWholeLife();
});
afterAll(() => app?.close());

const as = <T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(app.platform, { organisationId: office.organisationId, actor }, work);

async function aFile(actor: Actor): Promise<string> {
  const given = { name: 'a.txt', mediaType: 'text/plain' };
  const received = await receiveFile(app.platform, Readable.from([Buffer.from('words')]), given);
  return (await as(actor, (ctx) => keepFile(ctx, received))).id;
}

/** A case with a row in every table: messages, notes, files, a claim disputed and one confirmed, reopened, codes, consents. */
async function aWholeLife() {
  const agent = (await office.buildPerson({ roles: ['agent'] })).actor;
  const second = (await office.buildPerson({ roles: ['agent'] })).actor;
  const registered = await buildClaimedCase(app.platform, office.organisationId, agent);
  const byCustomer = <T>(work: Parameters<typeof asCustomerOf<T>>[3]) =>
    asCustomerOf(app.platform, office.organisationId, registered, work);
  const { id } = registered;
  await byCustomer((ctx, grant) => disputeResolution(ctx, grant, { reason: 'لم يعد الماء' }));
  const file = await aFile(nobodyYet);
  await byCustomer((ctx, grant) =>
    addCustomerMessage(ctx, grant, { text: 'صورة العداد', attachmentIds: [file], channel: 'portal' }),
  );
  const noteFile = await aFile(agent);
  await as(agent, (ctx) => addNote(ctx, { id, text: 'بيننا', attachmentIds: [noteFile] }));
  await as(second, (ctx) => claimResolution(ctx, { id, answer: 'أُصلح', attachmentIds: [] }));
  await byCustomer((ctx, grant) => confirmResolution(ctx, grant, { certain: true }));
  await byCustomer((ctx, grant) => reopenCaseByCustomer(ctx, grant, { reason: 'عاد العطل' }));
  await as(nobodyYet, (ctx) => requestCode(ctx, registered));
  const consent = { purpose: 'surveys', channel: 'email', given: true, source: 'phone' } as const;
  await as(agent, (ctx) => recordConsent(ctx, { id: registered.customerId, ...consent }));
  const grant = await as(system, (ctx) =>
    issueGrant(ctx, { caseId: id, customerId: registered.customerId, contactPointId: null, method: 'portal-session' }),
  );
  const used = await as(system, ({ transaction }) =>
    sql<{ id: string }>`select id from case_grants where case_id = ${id} and used_at is not null limit 1`.execute(
      transaction,
    ),
  );
  return { ...registered, file, noteFile, grant: grant.secret, usedGrantId: used.rows[0]!.id };
}

/** Runs one statement with a grant presented (null: none) and takes it back: the number of rows, or 'refused'. */
async function attempt(secret: string | null, statement: RawBuilder<unknown>): Promise<number | 'refused'> {
  let rows = 0;
  const undone = new Error('undone');
  try {
    await as(nobodyYet, async ({ transaction, platform, clock }) => {
      if (secret)
        await sql`select from present_case_grant(${platform.secrets.hash(secret)}, ${clock.now()})`.execute(
          transaction,
        );
      const result = await statement.execute(transaction);
      rows = Number(result.numAffectedRows ?? result.rows.length);
      throw undone;
    });
  } catch (error) {
    // 42501: no grant of the database, or a policy said no.
    if ((error as { code?: string }).code === '42501') return 'refused';
    if (error !== undone) throw error;
  }
  return rows;
}

const organisation = () => office.organisationId;
/** Every table that a customer's role may read, and whose row belongs to one case or customer. */
const shown: Record<string, (of: typeof mine) => RawBuilder<unknown>> = {
  cases: (of) => sql`id = ${of.id}`,
  case_messages: (of) => sql`case_id = ${of.id}`,
  case_attachments: (of) => sql`case_id = ${of.id}`,
  case_grants: (of) => sql`case_id = ${of.id}`,
  case_claims: (of) => sql`case_id = ${of.id}`,
  case_disputes: (of) => sql`case_id = ${of.id}`,
  case_outcomes: (of) => sql`case_id = ${of.id}`,
  case_reopenings: (of) => sql`case_id = ${of.id}`,
  events: (of) => sql`subject_id = ${of.id}`,
  files: (of) => sql`id = ${of.file}`,
  customers: (of) => sql`id = ${of.customerId}`,
  contact_points: (of) => sql`customer_id = ${of.customerId}`,
  consents: (of) => sql`customer_id = ${of.customerId}`,
  customer_briefs: (of) => sql`id = ${of.customerId}`,
  contact_point_briefs: (of) => sql`customer_id = ${of.customerId}`,
};

describe("a customer's transaction", () => {
  test.each(Object.keys(shown))('sees its own rows of %s and nobody else’s, and none before a grant', async (table) => {
    const select = (where: RawBuilder<unknown>) => sql`select 1 from ${sql.table(table)} where ${where}`;
    const own = await attempt(mine.grant, select(shown[table]!(mine)));
    expect(own).toBeGreaterThan(0);
    expect(await attempt(theirs.grant, select(shown[table]!(theirs)))).toBe(own);
    expect(await attempt(mine.grant, select(shown[table]!(theirs)))).toBe(0);
    expect(await attempt(mine.grant, select(sql`true`))).toBe(own);
    expect(await attempt(null, select(sql`true`))).toBe(0);
  });

  test.each(['case_notes', 'case_codes', 'case_reminders', 'outgoing_mails', 'received_mails'])(
    'reads nothing of %s, not even its own',
    async (table) => expect(await attempt(mine.grant, sql`select 1 from ${sql.table(table)}`)).toBe('refused'),
  );

  test('does not see that there are notes: neither their events nor their files', async () => {
    const ofNotes = sql`select 1 from events where type = 'case.note-added'`;
    expect(await attempt(mine.grant, ofNotes)).toBe(0);
    expect(await attempt(mine.grant, sql`select 1 from case_attachments where part = 'note'`)).toBe(0);
    expect(await attempt(mine.grant, sql`select 1 from files where id = ${mine.noteFile}`)).toBe(0);
    expect((await as(office.administrator.actor, (ctx) => ofNotes.execute(ctx.transaction))).rows).toHaveLength(2);
  });

  test('changes nothing of somebody else', async () => {
    const changes = {
      cases: sql`update cases set subject = 'x' where id = ${theirs.id}`,
      grants: sql`update case_grants set used_at = now() where case_id = ${theirs.id}`,
      addresses: sql`update contact_points set verified_at = now() where customer_id = ${theirs.customerId}`,
    };
    for (const [what, change] of Object.entries(changes))
      expect([what, await attempt(mine.grant, change)]).toEqual([what, 0]);
    for (const [what, change] of Object.entries(changes))
      expect([what, await attempt(theirs.grant, change)]).not.toEqual([what, 0]);
    expect(await attempt(mine.grant, sql`update files set name = 'x'`)).toBe('refused');
  });

  test.each<[string, (of: typeof mine, extra: string) => RawBuilder<unknown>]>([
    [
      'a message',
      (of) => sql`insert into case_messages (organisation_id, id, case_id, direction, channel, text, author_kind, at)
        values (${organisation()}, ${newId()}, ${of.id}, 'in', 'portal', 'x', 'customer', now())`,
    ],
    [
      'an attachment',
      (of, waiting) => sql`insert into case_attachments (organisation_id, case_id, file_id, part, part_id)
        values (${organisation()}, ${of.id}, ${waiting}, 'case', ${of.id})`,
    ],
    [
      'a grant',
      (
        of,
      ) => sql`insert into case_grants (organisation_id, id, case_id, customer_id, method, secret_hash, issued_at, expires_at)
        values (${organisation()}, ${newId()}, ${of.id}, ${of.customerId}, 'portal-session', ${newSecret()}, now(), now())`,
    ],
    [
      'a withdrawal by a grant that was really used',
      (of) => sql`insert into case_outcomes (organisation_id, id, case_id, customer_id, kind, actor_kind, grant_id, at)
        values (${organisation()}, ${newId()}, ${of.id}, ${of.customerId}, 'withdrawn', 'customer', ${of.usedGrantId}, ${app.clock.now()})`,
    ],
    [
      'an address',
      (of) => sql`insert into contact_points (organisation_id, id, customer_id, channel, value, added_at)
        values (${organisation()}, ${newId()}, ${of.customerId}, 'email', 'new@example.org', now())`,
    ],
    [
      'a consent',
      (of) => sql`insert into consents (organisation_id, id, customer_id, purpose, channel, given, source, at)
        values (${organisation()}, ${newId()}, ${of.customerId}, 'surveys', 'email', true, 'x', now())`,
    ],
    [
      'an event',
      (of) => sql`insert into events (organisation_id, id, type, subject_type, subject_id, actor_kind, at)
        values (${organisation()}, ${newId()}, 'case.confirmed', 'case', ${of.id}, 'customer', now())`,
    ],
    [
      'a mail',
      (
        of,
      ) => sql`insert into outgoing_mails (organisation_id, id, message_id, to_address, subject, language, body_text, body_html, state, purpose, subject_type, subject_id, created_at)
        values (${organisation()}, ${newId()}, ${newId()}, 'a@b.example', 'x', 'ar', 'x', 'x', 'held', 'service-messages', 'case', ${of.id}, now())`,
    ],
  ])('writes %s for its own case and for no other', async (_what, insert) => {
    const waiting = await aFile(nobodyYet);
    expect(await attempt(mine.grant, insert(mine, waiting))).toBe(1);
    expect(await attempt(mine.grant, insert(theirs, waiting))).toBe('refused');
  });

  test('does not write the organisation’s side of the thread, and does not give its case away', async () => {
    const answer = sql`insert into case_messages (organisation_id, id, case_id, direction, channel, text, author_kind, at)
      values (${organisation()}, ${newId()}, ${mine.id}, 'out', 'portal', 'x', 'staff', now())`;
    expect(await attempt(mine.grant, answer)).toBe('refused');
    expect(await attempt(mine.grant, sql`update cases set customer_id = ${theirs.customerId}`)).toBe('refused');
    expect(await attempt(mine.grant, sql`update contact_points set customer_id = ${theirs.customerId}`)).toBe(
      'refused',
    );
  });

  test('attaches files that customers uploaded and nothing refers to, no other', async () => {
    const attach = (id: string) => attempt(mine.grant, sql`select attach_files(${[id]}::uuid[], now())`);
    expect(await attach(await aFile(nobodyYet))).toBe(1);
    expect(await attach(theirs.file)).toBe(0);
    expect(await attach(await aFile(office.administrator.actor))).toBe(0);
  });
});

describe('the doors through the wall', () => {
  const ownCases = sql`select 1 from cases`;

  test('a grant that ran out, that is not known, or whose address was removed opens nothing', async () => {
    const another = await aWholeLife();
    const issue = (contactPointId: string | null, method: 'portal-session' | 'signed-link') =>
      as(system, (ctx) =>
        issueGrant(ctx, { caseId: another.id, customerId: another.customerId, contactPointId, method }),
      );
    const { rows } = await sql<{
      id: string;
    }>`select id from contact_points where customer_id = ${another.customerId}`.execute(app.platform.connection.db);
    const [link, device] = [await issue(rows[0]!.id, 'signed-link'), await issue(null, 'portal-session')];
    expect(await attempt(link.secret, ownCases)).toBe(1);
    await sql`update contact_points set removed_at = now() where customer_id = ${another.customerId}`.execute(
      app.platform.connection.db,
    );
    expect(await attempt(link.secret, ownCases)).toBe(0);
    expect(await attempt(device.secret, ownCases)).toBe(1);
    await sql`update case_grants set expires_at = ${app.clock.now()} where case_id = ${another.id}`.execute(
      app.platform.connection.db,
    );
    expect(await attempt(device.secret, ownCases)).toBe(0);
    expect(await attempt(newSecret(), ownCases)).toBe(0);
  });

  test('a tracking code and a wrong one-time code open nothing; the right one opens its case', async () => {
    const seen = (code: string) =>
      as(nobodyYet, async (ctx) => {
        const hashOf = (one: string) => ctx.platform.secrets.hash(`${theirs.trackingCode}:${one}`);
        const ends = new Date(ctx.clock.now().getTime() + 1000);
        await sql`select from make_case_code(${theirs.trackingCode}, ${hashOf('123456')}, ${newId()}, ${ctx.clock.now()}, ${ends})`.execute(
          ctx.transaction,
        );
        const before = (await ownCases.execute(ctx.transaction)).rows.length;
        await sql`select from redeem_case_code(${theirs.trackingCode}, ${hashOf(code)}, ${ctx.clock.now()})`.execute(
          ctx.transaction,
        );
        const after = await sql<{ id: string }>`select id from cases`.execute(ctx.transaction);
        return { before, after: after.rows.map((row) => row.id) };
      });
    expect(await seen('654321')).toEqual({ before: 0, after: [] });
    expect(await seen('123456')).toEqual({ before: 0, after: [theirs.id] });
  });

  test('whoever registers a case has that one in hand, and a customer only when it is a new one', async () => {
    const register = (customerId: string, caseId: string, number: string) => sql`
      insert into cases (organisation_id, id, number, tracking_code, kind, subject, description, channel, language, customer_id, registered_at, last_activity_at)
      values (${organisation()}, ${caseId}, ${number}, ${number}, 'request', 'x', 'x', 'portal', 'ar', ${customerId}, now(), now())`;
    const newcomer = (
      id: string,
    ) => sql`insert into customers (organisation_id, id, kind, name, language, registered_at)
      values (${organisation()}, ${id}, 'person', 'x', 'ar', now())`;
    const [customerId, caseId] = [newId(), newId()];
    const seen = await as(nobodyYet, async ({ transaction }) => {
      await newcomer(customerId).execute(transaction);
      await register(customerId, caseId, 'one').execute(transaction);
      const { rows } =
        await sql`select c.id as "caseId", u.id as "customerId" from cases c cross join customers u`.execute(
          transaction,
        );
      return rows;
    });
    expect(seen).toEqual([{ caseId, customerId }]);
    // For somebody who is there the case is registered, but nothing of them is seen.
    expect(
      await as(nobodyYet, async ({ transaction }) => {
        await register(theirs.customerId, newId(), 'two').execute(transaction);
        return (await sql`select 1 from customers union all select 1 from contact_points`.execute(transaction)).rows;
      }),
    ).toEqual([]);
    expect(await attempt(mine.grant, register(mine.customerId, newId(), 'three'))).toBe('refused');
    expect(await attempt(mine.grant, newcomer(newId()))).toBe('refused');
    const toOther = sql`insert into contact_points (organisation_id, id, customer_id, channel, value, added_at)
      values (${organisation()}, ${newId()}, ${theirs.customerId}, 'email', 'new@example.org', now())`;
    expect(await attempt(null, toOther)).toBe('refused');
  });

  test('an address tells whose it is, by name and language, within the organisation', async () => {
    const { rows } = await sql<{
      value: string;
    }>`select value from contact_points where customer_id = ${mine.customerId}`.execute(app.platform.connection.db);
    const ask = (organisationId: string) =>
      transact(app.platform, { organisationId, actor: nobodyYet }, async ({ transaction }) => {
        const found = await sql`select * from customer_at_address('email', ${rows[0]!.value})`.execute(transaction);
        return { found: found.rows, seen: (await sql`select 1 from customers`.execute(transaction)).rows.length };
      });
    const { found, seen } = await ask(organisation());
    expect(found).toEqual([{ id: mine.customerId, name: expect.any(String), language: 'ar' }]);
    expect(seen).toBe(0);
    const elsewhere = await buildOrganisation(app.platform);
    expect(await ask(elsewhere.organisationId)).toEqual({ found: [], seen: 0 });
  });
});

test('every table of one case or one customer that customers may use is behind the second wall', async () => {
  const { rows } = await sql<{ name: string; command: string }>`
    select c.relname as name, command
      from pg_class c cross join unnest(array['select', 'insert', 'update', 'delete']) as command
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('rida_customer', c.oid, command)
       and (c.relname in ('cases', 'customers', 'files') or exists (
         select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname in ('case_id', 'customer_id', 'subject_id', 'claim_id')))
       and not exists (
         select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'RESTRICTIVE'
            and 'rida_customer' = any (p.roles) and lower(p.cmd) in ('all', command))`.execute(
    app.platform.connection.db,
  );
  expect(rows).toEqual([]);
});
