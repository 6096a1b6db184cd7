// The door of the outbox: what a customer must have agreed to leaves only while the agreement stands, up to the moment of handing over.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCustomer } from '#modules/customers/factory.ts';
import { recordConsent } from '#modules/customers/record-consent.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { on } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { letter, startMailServer, useMailServer, type TestMailServer } from './factory.ts';
import type { Letter } from './letter.ts';
import { queueMail } from './queue-mail.ts';
import { sendAgain } from './send-again.ts';
import { sendMail } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

let app: TestApp;
let smtp: TestMailServer;
let ours: BuiltOrganisation;
let customerId: string;

beforeAll(async () => {
  app = await createTestApp();
  smtp = await startMailServer();
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});
beforeEach(async () => {
  Object.assign(smtp, { arrived: [], answers: [] });
  ours = await buildOrganisation(app.platform);
  customerId = (await ours.run((ctx) => buildCustomer(ctx))).customerId;
  await ours.run((ctx) => useMailServer(ctx, smtp.port));
});

/** A moment later than what was said before. */
async function say(changes: Partial<Parameters<typeof recordConsent>[1]>): Promise<void> {
  app.clock.advance(1000);
  const said = {
    id: customerId,
    purpose: 'surveys',
    channel: 'email',
    given: true,
    source: 'phone',
    ...changes,
  } as const;
  await ours.run((ctx) => recordConsent(ctx, said));
}
const queue = (changes: Partial<Letter> = {}) =>
  ours.run((ctx) => queueMail(ctx, letter({ purpose: 'surveys', customerId, ...changes })));
const outbox = () =>
  ours.run((ctx) =>
    on<ChannelTables>(ctx)
      .selectFrom('outgoing_mails')
      .select(['id', 'state', 'fault', 'attempts'])
      .where('organisation_id', '=', ctx.organisationId)
      .execute(),
  );
const runAll = () => app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
const consentMissing = { code: 'mail.consent-missing', status: 409 };

it('letters about a case are owed: they need no consent, and none that was taken back stops them', async () => {
  for (const purpose of ['service-messages', 'surveys', 'marketing'] as const) await say({ purpose, given: false });
  await queue({ purpose: 'service-messages' });
  await ours.run((ctx) => queueMail(ctx, letter({ purpose: 'service-messages' })));
  await runAll();
  expect((await outbox()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

describe.each(['surveys', 'marketing'] as const)('%s', (purpose) => {
  const other = purpose === 'surveys' ? 'marketing' : 'surveys';

  it('are refused without a consent for this purpose and this channel', async () => {
    await expect(queue({ purpose })).rejects.toMatchObject({ ...consentMissing, params: { purpose } });
    await say({ purpose: other });
    await say({ purpose: 'service-messages' });
    await say({ purpose, channel: 'phone' });
    await expect(queue({ purpose })).rejects.toMatchObject(consentMissing);
    const { customerId: neighbour } = await ours.run((ctx) => buildCustomer(ctx));
    await say({ purpose, id: neighbour });
    await expect(queue({ purpose })).rejects.toMatchObject(consentMissing);
    await expect(ours.run((ctx) => queueMail(ctx, letter({ purpose })))).rejects.toMatchObject(consentMissing);
    expect(await outbox()).toEqual([]);
  });

  it('leave while the last word is yes', async () => {
    await say({ purpose, given: false });
    await say({ purpose, given: true });
    await queue({ purpose });
    await runAll();
    expect(await outbox()).toMatchObject([{ state: 'sent' }]);
    await say({ purpose, given: false });
    await expect(queue({ purpose })).rejects.toMatchObject(consentMissing);
  });
});

describe('a consent that is taken back', () => {
  beforeEach(() => say({ given: true }));

  it('stops a mail that waits in the queue', async () => {
    await queue();
    await say({ given: false });
    await runAll();
    expect(smtp.arrived).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: 'failed', fault: 'consent-missing', attempts: 0 }]);
  });

  it('stops a mail that was tried and waits for its next try', async () => {
    smtp.answers = [451];
    const { id } = await queue();
    await sendMail(app.platform, ours.organisationId, id);
    expect(await outbox()).toMatchObject([{ state: 'queued', attempts: 1 }]);
    await say({ given: false });
    await runAll();
    expect(smtp.arrived).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ state: 'failed', fault: 'consent-missing', attempts: 1 }]);
    const { rows } = await sql<{ type: string; data: object }>`
      select type, data from events where organisation_id = ${ours.organisationId} and subject_id = ${id}`.execute(
      app.platform.connection.db,
    );
    expect(rows).toEqual([{ type: 'mail.failed', data: { fault: 'consent-missing', ofId: null, ofType: null } }]);
  });

  it('stops a mail that was held until a mail server was set', async () => {
    await ours.run((ctx) => useMailServer(ctx, smtp.port, { host: null }));
    await queue();
    await say({ given: false });
    await ours.run((ctx) => useMailServer(ctx, smtp.port));
    await runAll();
    expect(smtp.arrived).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: 'failed', fault: 'consent-missing' }]);
  });

  it('holds against a person in the outbox too, until it is given anew', async () => {
    const { id } = await queue();
    await say({ given: false });
    await runAll();
    const again = () => ours.run((ctx) => sendAgain(ctx, { id }));
    await expect(again()).rejects.toMatchObject({ ...consentMissing, params: { purpose: 'surveys' } });
    await say({ given: true });
    await again();
    await runAll();
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });
});

it('the database keeps no mail for a consent of nobody', async () => {
  await say({ given: true });
  const { id } = await queue();
  await expect(
    sql`update outgoing_mails set customer_id = null where id = ${id}`.execute(app.platform.connection.db),
  ).rejects.toThrow(/a_consent_is_somebodys/);
});
