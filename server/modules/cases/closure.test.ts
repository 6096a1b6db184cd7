// Closure belongs to the customer: proved through the verbs and, with plain SQL, against the database itself.
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { addCustomerMessage } from './add-customer-message.ts';
import { caseFigures } from './case-figures.ts';
import { claimResolution } from './claim-resolution.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { confirmResolution } from './confirm-resolution.ts';
import { disputeResolution } from './dispute-resolution.ts';
import { asCustomerOf, buildCase, buildClaimedCase } from './factory.ts';
import { getCase } from './get-case.ts';
import { reopenCaseByCustomer } from './reopen-case.ts';
import { reportOutcome } from './report-outcome.ts';
import { withdrawCase } from './withdraw-case.ts';

const dayMs = 86_400_000;
let app: TestApp;
let office: Awaited<ReturnType<typeof buildOffice>>;
beforeAll(async () => {
  app = await createTestApp();
  office = await buildOffice();
});
afterAll(() => app.close());

/** A directorate with a department in it: an agent, the head of the department, the head of the directorate. */
async function buildOffice() {
  const organisation = await buildOrganisation(app.platform);
  const directorate = await organisation.buildUnit({});
  const department = await organisation.buildUnit({ parentId: directorate });
  return {
    ...organisation,
    directorate,
    department,
    agent: (await organisation.buildPerson({ roles: ['agent'], positionIn: department })).actor,
    headOfDepartment: (await organisation.buildPerson({ roles: ['agent'], positionIn: department, head: true })).actor,
    headOfDirectorate: (
      await organisation.buildPerson({ roles: ['service-manager'], positionIn: directorate, head: true })
    ).actor,
  };
}

const as = <T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(app.platform, { organisationId: office.organisationId, actor }, work);
const see = (id: string) => as(office.headOfDirectorate, (ctx) => getCase(ctx, id));
const claimed = () =>
  buildClaimedCase(app.platform, office.organisationId, office.agent, { unitId: office.department });

describe('the database refuses', () => {
  /** Plain SQL with a grant that is really there and used, so that only the actor is wrong. */
  async function insertOutcome(
    role: string,
    values: (facts: { caseId: string; customerId: string; claimId: string; grantId: string }) => RawBuilder<unknown>,
  ): Promise<void> {
    const registered = await claimed();
    const grantId = await asCustomerOf(app.platform, office.organisationId, registered, async (_, grant) => grant.id);
    const { openClaim } = await see(registered.id);
    await app.platform.connection.db.transaction().execute(async (trx) => {
      await sql`select set_config('role', ${role}, true), set_config('app.organisation', ${office.organisationId}, true)`.execute(
        trx,
      );
      await sql`insert into case_outcomes (organisation_id, id, case_id, customer_id, claim_id, grant_id, at, kind, actor_kind, actor_id)
        values (${office.organisationId}, gen_random_uuid(), ${registered.id}, ${registered.customerId}, ${openClaim!.id}, ${grantId}, ${app.clock.now()},
                ${values({ caseId: registered.id, customerId: registered.customerId, claimId: openClaim!.id, grantId })})`.execute(
        trx,
      );
    });
  }

  test('a confirmation by staff, even one that says it is the customer', async () => {
    await expect(insertOutcome('rida_staff', () => sql`'confirmed', 'customer', null`)).rejects.toThrow(
      /row-level security/,
    );
  });
  test('a confirmation whose actor is staff, even by the owner of the database', async () => {
    await expect(insertOutcome('none', () => sql`'confirmed', 'staff', ${office.agent.personId}`)).rejects.toThrow(
      /only_the_customer_confirms/,
    );
  });
  test('a confirmation by a job', async () => {
    await expect(insertOutcome('rida_system', () => sql`'confirmed', 'customer', null`)).rejects.toThrow(
      /row-level security/,
    );
  });
  test('a lapse that a person declares', async () => {
    await expect(insertOutcome('rida_staff', () => sql`'lapsed', 'system', null`)).rejects.toThrow(
      /row-level security/,
    );
    await expect(insertOutcome('none', () => sql`'lapsed', 'staff', ${office.agent.personId}`)).rejects.toThrow(
      /silence_is_found_by_the_clock/,
    );
  });
  test('a confirmation with a grant that nobody used', async () => {
    const registered = await claimed();
    const claim = (await see(registered.id)).openClaim!;
    const attempt = app.platform.connection.db.transaction().execute(async (trx) => {
      const grant = await sql<{
        id: string;
      }>`insert into case_grants (organisation_id, id, case_id, customer_id, method, secret_hash, issued_at, expires_at)
        values (${office.organisationId}, gen_random_uuid(), ${registered.id}, ${registered.customerId}, 'portal-session', ${registered.id}, ${app.clock.now()}, ${new Date(app.clock.now().getTime() + dayMs)}) returning id`.execute(
        trx,
      );
      await sql`insert into case_outcomes (organisation_id, id, case_id, customer_id, claim_id, grant_id, at, kind, actor_kind)
        values (${office.organisationId}, gen_random_uuid(), ${registered.id}, ${registered.customerId}, ${claim.id}, ${grant.rows[0]!.id}, ${app.clock.now()}, 'confirmed', 'customer')`.execute(
        trx,
      );
    });
    await expect(attempt).rejects.toThrow(/grant that its customer has used/);
  });
  test('a grant of another case', async () => {
    const other = await claimed();
    const foreign = await asCustomerOf(app.platform, office.organisationId, other, async (_, grant) => grant.id);
    const registered = await claimed();
    const claim = (await see(registered.id)).openClaim!;
    const attempt =
      sql`insert into case_outcomes (organisation_id, id, case_id, customer_id, claim_id, grant_id, at, kind, actor_kind)
      values (${office.organisationId}, gen_random_uuid(), ${registered.id}, ${registered.customerId}, ${claim.id}, ${foreign}, ${app.clock.now()}, 'confirmed', 'customer')`.execute(
        app.platform.connection.db,
      );
    await expect(attempt).rejects.toThrow(/foreign key|grant that its customer/);
  });
  test.each(['case_outcomes', 'case_claims', 'case_disputes', 'events'])(
    'a change or removal of a row of %s by any role of the application',
    async (table) => {
      for (const role of ['rida_staff', 'rida_customer', 'rida_system']) {
        for (const statement of [
          sql`update ${sql.table(table)} set organisation_id = organisation_id`,
          sql`delete from ${sql.table(table)}`,
        ]) {
          const attempt = app.platform.connection.db.transaction().execute(async (trx) => {
            await sql`select set_config('role', ${role}, true), set_config('app.organisation', ${office.organisationId}, true)`.execute(
              trx,
            );
            await statement.execute(trx);
          });
          await expect(attempt).rejects.toThrow(/permission denied/);
        }
      }
    },
  );
});

describe('a claim', () => {
  test('needs an answer and a person, and asks the customer', async () => {
    const registered = await claimed();
    const view = await see(registered.id);
    expect(view).toMatchObject({ state: 'claimed', outcome: null, assigneeId: office.agent.personId });
    expect(view.openClaim?.lapsesAt.getTime()).toBe(app.clock.now().getTime() + 10 * dayMs);
    const open = await buildCase(app.platform, office.organisationId);
    await expect(
      as({ kind: 'api-key', keyId: office.organisationId, name: 'x', permissions: new Set(['case.claim']) }, (ctx) =>
        claimResolution(ctx, { id: open.id, answer: 'x', attachmentIds: [] }),
      ),
    ).rejects.toMatchObject({ code: 'case.only-people' });
    await expect(
      as(office.agent, (ctx) => claimResolution(ctx, { id: open.id, answer: '  ', attachmentIds: [] })),
    ).rejects.toThrow(/check constraint/);
  });
  test('cannot be made twice at once', async () => {
    const open = await buildCase(app.platform, office.organisationId);
    const both = await Promise.allSettled(
      [1, 2].map((n) =>
        as(office.agent, (ctx) => claimResolution(ctx, { id: open.id, answer: `جواب ${n}`, attachmentIds: [] })),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the customer', () => {
  test('confirms, and only then is the case closed as confirmed', async () => {
    const registered = await claimed();
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      confirmResolution(ctx, grant, { comment: 'شكرا لكم', certain: false }),
    );
    expect(await see(registered.id)).toMatchObject({ state: 'closed', outcome: 'confirmed' });
  });
  test('is asked again when the words say otherwise, and may insist', async () => {
    const registered = await claimed();
    const confirm = (certain: boolean) =>
      asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
        confirmResolution(ctx, grant, { comment: 'لم تُحل المشكلة بعد', certain }),
      );
    await expect(confirm(false)).rejects.toMatchObject({
      code: 'case.confirmation-contradicts',
      params: { words: expect.anything() },
    });
    expect((await see(registered.id)).state).toBe('claimed');
    await confirm(true);
    expect((await see(registered.id)).outcome).toBe('confirmed');
  });
  test('disputes: a different and higher person each time, and the first clock stands', async () => {
    const registered = await claimed();
    const { registeredAt } = await see(registered.id);
    app.clock.advance(2 * dayMs);
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      disputeResolution(ctx, grant, { reason: 'لم يعد الماء' }),
    );
    expect(await see(registered.id)).toMatchObject({
      state: 'open',
      outcome: null,
      disputeLevel: 1,
      assigneeId: office.headOfDepartment.personId,
      unitId: office.department,
      registeredAt,
    });
    await expect(
      as(office.agent, (ctx) => claimResolution(ctx, { id: registered.id, answer: 'مرة أخرى', attachmentIds: [] })),
    ).rejects.toMatchObject({ code: 'case.claimed-before' });
    await as(office.headOfDepartment, (ctx) =>
      claimResolution(ctx, { id: registered.id, answer: 'أرسلنا فريقًا ثانيًا', attachmentIds: [] }),
    );
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      disputeResolution(ctx, grant, { reason: 'ما زال مقطوعًا' }),
    );
    expect(await see(registered.id)).toMatchObject({
      disputeLevel: 2,
      assigneeId: office.headOfDirectorate.personId,
      unitId: office.directorate,
      registeredAt,
    });
  });
  test('goes to the head above when the head made the claim', async () => {
    const registered = await buildClaimedCase(app.platform, office.organisationId, office.headOfDepartment, {
      unitId: office.department,
    });
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      disputeResolution(ctx, grant, { reason: 'لا' }),
    );
    expect(await see(registered.id)).toMatchObject({ assigneeId: office.headOfDirectorate.personId });
  });
  test('says thank you: nothing is confirmed and nothing reopens', async () => {
    const registered = await claimed();
    const thank = () =>
      asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
        addCustomerMessage(ctx, grant, { text: 'شكرا جزيلا', attachmentIds: [], channel: 'mail' }),
      );
    const before = await see(registered.id);
    await thank();
    expect(await see(registered.id)).toMatchObject({
      state: 'claimed',
      outcome: null,
      openClaim: { lapsesAt: before.openClaim!.lapsesAt },
    });
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      confirmResolution(ctx, grant, { certain: false }),
    );
    await thank();
    expect(await see(registered.id)).toMatchObject({ state: 'closed', outcome: 'confirmed' });
  });
  test('answers in words that it is not solved: that is a dispute', async () => {
    const registered = await claimed();
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      addCustomerMessage(ctx, grant, {
        text: 'المشكلة لم تُحل والماء ما زال مقطوعًا',
        attachmentIds: [],
        channel: 'mail',
      }),
    );
    expect(await see(registered.id)).toMatchObject({ state: 'open', disputeLevel: 1 });
  });
  test('answers in words that leave it open: not silence, so the day of lapsing moves', async () => {
    const registered = await claimed();
    const before = (await see(registered.id)).openClaim!.lapsesAt;
    app.clock.advance(5 * dayMs);
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      addCustomerMessage(ctx, grant, {
        text: 'متى يمكنني تحديث رقم العداد في حسابي؟',
        attachmentIds: [],
        channel: 'portal',
      }),
    );
    const after = await see(registered.id);
    expect(after.state).toBe('claimed');
    expect(after.openClaim!.lapsesAt.getTime()).toBe(before.getTime() + 5 * dayMs);
  });
  test('reopens within the set days and not after', async () => {
    const registered = await claimed();
    const reopen = () =>
      asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
        reopenCaseByCustomer(ctx, grant, { reason: 'عاد العطل' }),
      );
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) =>
      confirmResolution(ctx, grant, { certain: false }),
    );
    app.clock.advance(29 * dayMs);
    await reopen();
    expect(await see(registered.id)).toMatchObject({ state: 'open', outcome: null });
    await asCustomerOf(app.platform, office.organisationId, registered, (ctx, grant) => withdrawCase(ctx, grant, {}));
    app.clock.advance(31 * dayMs);
    await expect(reopen()).rejects.toMatchObject({ code: 'case.reopen-too-late' });
  });
});

describe('silence', () => {
  test('reminds on its days and then lapses, once', async () => {
    const registered = await claimed();
    const mails = async () =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from outgoing_mails where subject_id = ${registered.id}`.execute(
          app.platform.connection.db,
        )
      ).rows[0]!.n;
    const start = await mails();
    app.clock.advance(3 * dayMs);
    await app.platform.jobs.runOnce(app.platform, 'case.remind-customers');
    await app.platform.jobs.runOnce(app.platform, 'case.remind-customers');
    expect((await mails()) - start).toBe(1);
    app.clock.advance(6 * dayMs);
    await app.platform.jobs.runOnce(app.platform, 'case.lapse-unanswered');
    expect((await see(registered.id)).state).toBe('claimed');
    app.clock.advance(dayMs);
    await app.platform.jobs.runOnce(app.platform, 'case.lapse-unanswered');
    await app.platform.jobs.runOnce(app.platform, 'case.lapse-unanswered');
    expect(await see(registered.id)).toMatchObject({ state: 'closed', outcome: 'lapsed' });
  });
});

describe('staff', () => {
  test('report with evidence, counted apart', async () => {
    const registered = await claimed();
    const report = (saidAt: Date) =>
      as(office.agent, (ctx) =>
        reportOutcome(ctx, { id: registered.id, channel: 'phone', evidence: 'قال في اتصال مسجل إن الماء عاد', saidAt }),
      );
    await expect(report(new Date(app.clock.now().getTime() + 1000))).rejects.toMatchObject({ code: 'request.invalid' });
    await report(app.clock.now());
    expect(await see(registered.id)).toMatchObject({ state: 'closed', outcome: 'reported' });
  });
  test('close by authority only with a reason that is named', async () => {
    const registered = await buildCase(app.platform, office.organisationId);
    await as(office.headOfDirectorate, (ctx) =>
      closeByAuthority(ctx, { id: registered.id, reason: 'out-of-scope', explanation: 'من اختصاص البلدية المجاورة' }),
    );
    expect(await see(registered.id)).toMatchObject({ state: 'closed', outcome: 'closed_by_authority' });
  });
});

test('the seven ends of claims add up, and open cases are counted', async () => {
  const fresh = await buildOffice();
  const previous = office;
  office = fresh;
  for (let index = 0; index < 3; index += 1) await claimed();
  const one = await claimed();
  await asCustomerOf(app.platform, office.organisationId, one, (ctx, grant) =>
    confirmResolution(ctx, grant, { certain: false }),
  );
  const two = await claimed();
  await asCustomerOf(app.platform, office.organisationId, two, (ctx, grant) =>
    disputeResolution(ctx, grant, { reason: 'لا' }),
  );
  app.clock.advance(1000);
  const none = await as(office.agent, (ctx) =>
    caseFigures(ctx, { from: new Date(app.clock.now().getTime() - 500), to: app.clock.now() }),
  );
  expect([none.registered, none.claims.claims]).toEqual([0, 0]);
  const { claims, openNow, claimedNow, openByAge, months } = await as(office.agent, (ctx) => caseFigures(ctx, {}));
  expect(claims).toEqual({
    claims: 5,
    confirmed: 1,
    disputed: 1,
    lapsed: 0,
    reported: 0,
    withdrawn: 0,
    closedByAuthority: 0,
    waiting: 3,
  });
  expect(months).toHaveLength(12);
  expect({ openNow, claimedNow }).toEqual({ openNow: 1, claimedNow: 3 });
  expect(openByAge.reduce((sum, band) => sum + band.open + band.claimed, 0)).toBe(4);
  office = previous;
});
