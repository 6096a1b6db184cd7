// Service policies through their verbs and routes: versions that stay, an order without gaps, two people at once, and what is refused.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal, Policy, PolicyConditions } from '#contract/service-policies.ts';
import { createProduct } from '#modules/catalogue/index.ts';
import { buildCategory } from '#modules/catalogue/factory.ts';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import { all, buildTree } from '#modules/segments/factory.ts';
import type { Context } from '#platform/context.ts';
import type { AppError } from '#platform/errors.ts';
import { createHttp } from '#platform/http/server.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { changePolicy } from './change-policy.ts';
import { createCalendar } from './create-calendar.ts';
import { createPolicy } from './create-policy.ts';
import { calendarInput, goalInput, policyInput } from './factory.ts';
import { inForce } from './in-force.ts';
import { listPolicies, mostPolicies } from './list-policies.ts';
import { policyVersions } from './policy-versions.ts';
import { regimes } from './regimes.ts';
import { reorderPolicies } from './reorder-policies.ts';
import { retirePolicy } from './retire-policy.ts';
import { getPolicy } from './service-policy.ts';

let app: TestApp;
let http: FastifyInstance;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

const build = () => buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
const make = (ctx: Context, name: string, conditions: Partial<PolicyConditions> = {}, position?: number) =>
  createPolicy(ctx, { ...policyInput(name, conditions), position });
const changeOf = ({ id, version, name, conditions, goals, regimeId }: Policy) => ({
  id,
  version,
  name,
  conditions,
  goals,
  regimeId,
  appliesTo: 'new' as const,
});
async function orderOf(ctx: Context): Promise<[string | undefined, number | null][]> {
  return (await listPolicies(ctx, { retired: true })).items.map(({ name, position }) => [name.en, position]);
}
async function eventsOf(organisationId: string): Promise<{ type: string; subject_id: string; data: object }[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select type, subject_id, data from events where organisation_id = $1 and type like 'service-policy.%' order by id`,
    [organisationId],
  );
  return rows;
}
/** The faults of a refusal, by field. */
async function faultsOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await work.then(
    () => null,
    (thrown: AppError) => thrown,
  );
  expect(error).toMatchObject({ code: 'request.invalid', status: 422 });
  return Object.fromEntries(
    error!.faults.map(({ field, code, params }) => [field, params ? { code, ...params } : code]),
  );
}

describe('versions', () => {
  test('say what a policy said when, and the newest holds', async () => {
    const { run, organisationId } = await build();
    const made = await run((ctx) => make(ctx, '  Complaints ', { kinds: ['complaint', 'complaint'] }));
    expect(made).toMatchObject({
      version: 1,
      name: { en: 'Complaints' },
      conditions: { kinds: ['complaint'] },
      position: 1,
      changedBy: 'Administrator',
      openCases: 0,
    });
    app.clock.advance(3_600_000);
    const goals = [goalInput({ amount: 3, pausedBy: ['site-visit'] })];
    const changed = await run((ctx) => changePolicy(ctx, { ...changeOf(made), goals, appliesTo: 'open' }));
    expect(changed).toMatchObject({ id: made.id, version: 2, goals, position: 1, changedAt: app.clock.now() });
    const { items } = await run((ctx) => policyVersions(ctx, made.id));
    expect(items.map(({ version, goals: [goal] }) => [version, goal?.amount])).toEqual([
      [2, 3],
      [1, 5],
    ]);
    expect(items[1]).toMatchObject({ publishedAt: made.changedAt, publishedBy: 'Administrator', regimeId: null });
    expect((await run(inForce)).policies).toMatchObject([{ id: made.id, version: 2, goals }]);
    expect(await eventsOf(organisationId)).toEqual([
      {
        type: 'service-policy.created',
        subject_id: made.id,
        data: { version: 1, position: 1, appliesTo: 'new', regimeId: null },
      },
      {
        type: 'service-policy.changed',
        subject_id: made.id,
        data: { version: 2, appliesTo: 'open', fields: ['goals'] },
      },
    ]);
  });

  test('a change of nothing is none, and is still heard where open cases are to follow', async () => {
    const { run, organisationId } = await build();
    const made = await run((ctx) => make(ctx, 'All'));
    expect(await run((ctx) => changePolicy(ctx, changeOf(made)))).toEqual(made);
    await run((ctx) => changePolicy(ctx, { ...changeOf(made), appliesTo: 'open' }));
    expect((await run((ctx) => policyVersions(ctx, made.id))).items).toHaveLength(1);
    expect((await eventsOf(organisationId)).map(({ data }) => data).slice(1)).toEqual([
      { version: 1, appliesTo: 'open', fields: [] },
    ]);
  });

  test('stay as they were, whoever asks the database', async () => {
    const { run } = await build();
    const { id } = await run((ctx) => make(ctx, 'All'));
    const { pool } = app.platform.connection;
    for (const statement of [
      'update service_policy_versions set version = 7 where policy_id = $1',
      'delete from service_policy_versions where policy_id = $1',
    ])
      await expect(pool.query(statement, [id])).rejects.toMatchObject({ constraint: 'policy_versions_stay' });
  });

  test('are not overwritten by somebody who has not seen them: of two at once one is refused', async () => {
    const { run } = await build();
    const made = await run((ctx) => make(ctx, 'All'));
    const change = (amount: number) =>
      run((ctx) => changePolicy(ctx, { ...changeOf(made), goals: [goalInput({ amount })] }));
    const both = await Promise.allSettled([change(3), change(4)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'service-policy.changed-meanwhile',
      status: 409,
      params: { id: made.id, version: 2 },
    });
  });
});

describe('the order', () => {
  test('has no gaps, whatever comes, goes and moves', async () => {
    const { run, organisationId } = await build();
    const [first, , last] = await run(async (ctx) => [
      await make(ctx, 'A', { kinds: ['complaint'] }),
      await make(ctx, 'B', { kinds: ['request'] }),
      await make(ctx, 'C', { kinds: ['inquiry'] }),
    ]);
    const between = await run((ctx) => make(ctx, 'D', { kinds: ['remark'] }, 2));
    expect(await run((ctx) => make(ctx, 'E', { kinds: ['suggestion'] }, 99))).toMatchObject({ position: 5 });
    expect(await run(orderOf)).toEqual([
      ['A', 1],
      ['D', 2],
      ['B', 3],
      ['C', 4],
      ['E', 5],
    ]);
    app.clock.advance(1000);
    await run((ctx) => retirePolicy(ctx, between!.id));
    await run((ctx) => retirePolicy(ctx, between!.id));
    const inUse = (await run((ctx) => listPolicies(ctx, { retired: false }))).items.map(({ id }) => id);
    const turned = inUse.toReversed();
    const { items } = await run((ctx) => reorderPolicies(ctx, { ids: turned }));
    expect(items.map(({ id }) => id)).toEqual(turned);
    expect(await run(orderOf)).toEqual([
      ['E', 1],
      ['C', 2],
      ['B', 3],
      ['A', 4],
      ['D', null],
    ]);
    expect((await run(inForce)).policies.map(({ id }) => id)).toEqual(turned);
    await expect(run((ctx) => changePolicy(ctx, changeOf(between!)))).rejects.toMatchObject({
      code: 'service-policy.retired',
    });
    // Without one, with one twice, with one that is retired.
    for (const ids of [turned.slice(1), [...turned.slice(1), last!.id], [...turned.slice(1), between!.id]])
      await expect(run((ctx) => reorderPolicies(ctx, { ids }))).rejects.toMatchObject({
        code: 'service-policy.list-changed-meanwhile',
      });
    const events = await eventsOf(organisationId);
    expect(events.slice(5)).toEqual([
      { type: 'service-policy.retired', subject_id: between!.id, data: { version: 1, position: 2 } },
      { type: 'service-policy.reordered', subject_id: organisationId, data: { ids: turned } },
    ]);
    expect(first!.position).toBe(1);
  });

  test('stays whole when two make policies and a third retires one at the same moment', async () => {
    const { run } = await build();
    const made = await run((ctx) => make(ctx, 'A', { kinds: ['complaint'] }));
    await Promise.all([
      run((ctx) => make(ctx, 'B', { kinds: ['request'] }, 1)),
      run((ctx) => retirePolicy(ctx, made.id)),
      run((ctx) => make(ctx, 'C', { kinds: ['inquiry'] }, 1)),
    ]);
    expect((await run(orderOf)).map(([, position]) => position)).toEqual([1, 2, null]);
  });

  test('of two who would each take the cases of the third with the other, one is refused', async () => {
    const { run } = await build();
    await run((ctx) => make(ctx, 'Everything'));
    const both = await Promise.allSettled([
      run((ctx) => make(ctx, 'Asked', { kinds: ['inquiry', 'request'] }, 1)),
      run((ctx) => make(ctx, 'Said', { kinds: ['complaint', 'suggestion', 'remark'] }, 1)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      faults: [{ field: 'conditions', code: 'hides-policy', params: { name: 'Everything' } }],
    });
  });

  test('leaves no policy without cases: neither a new one, nor a changed one, nor one that was moved', async () => {
    const { run } = await build();
    const narrow = await run((ctx) => make(ctx, 'By phone', { kinds: ['complaint'], channels: ['phone'] }));
    const wide = await run((ctx) => make(ctx, 'Complaints', { kinds: ['complaint'] }));
    expect(await faultsOf(run((ctx) => make(ctx, 'Visits', { kinds: ['complaint'], channels: ['visit'] })))).toEqual({
      conditions: { code: 'never-reached', by: 'Complaints' },
    });
    await expect(run((ctx) => reorderPolicies(ctx, { ids: [wide.id, narrow.id] }))).rejects.toMatchObject({
      code: 'service-policy.never-reached',
      params: { name: 'By phone', by: 'Complaints' },
    });
    expect(
      await faultsOf(run((ctx) => changePolicy(ctx, { ...changeOf(narrow), ...policyInput('All of it') }))),
    ).toEqual({ conditions: { code: 'hides-policy', name: 'Complaints' } });
    await run((ctx) => make(ctx, 'Questions', { kinds: ['inquiry'] }));
    expect(await faultsOf(run((ctx) => make(ctx, 'Both', { kinds: ['inquiry', 'complaint'] })))).toEqual({
      conditions: { code: 'never-reached-together', by: 'Complaints · Questions' },
    });
  });
});

describe('refusals', () => {
  test('name each field of a goal', async () => {
    const { run } = await build();
    const never = await run((ctx) => createCalendar(ctx, calendarInput({ week: Array.from({ length: 7 }, () => []) })));
    const goals: Goal[] = [
      goalInput({ from: 'assessed', pausedBy: ['later'], warnAt: 50, onWarn: ['notify-head'] }),
      goalInput({ calendarId: newId() }),
      goalInput({ target: 'acknowledge', from: 'acknowledged', pausedBy: ['later'] }),
      goalInput({ target: 'lapse', pausedBy: ['customer-information'] }),
      goalInput({ target: 'assess', from: 'assessed', calendarId: never.id, amount: 1, unit: 'working-minutes' }),
      goalInput({ target: 'first-answer', onWarn: ['open-door-upward'], onBreach: ['open-door-upward'] }),
      goalInput({ target: 'next-answer', amount: 4_000 }),
      goalInput({ target: 'hand-off', amount: 1_000_000, unit: 'days' }),
    ];
    expect(await faultsOf(run((ctx) => createPolicy(ctx, { ...policyInput('All'), goals })))).toEqual({
      'goals.1.target': 'target-twice',
      'goals.1.calendarId': 'not-found',
      'goals.2.from': 'start-of-another-target',
      'goals.2.pausedBy': 'target-never-waits',
      'goals.3.pausedBy': 'target-never-waits',
      'goals.4.from': 'start-of-another-target',
      'goals.4.amount': 'unreachable',
      'goals.5.onWarn': 'only-on-breach',
      'goals.5.warnAt': 'warning-without-time',
      'goals.6.amount': 'unreachable',
      'goals.7.amount': 'unreachable',
    });
    // By the clock it never matters what is open.
    const byClock = goalInput({ calendarId: never.id, amount: 90, unit: 'minutes' });
    await run((ctx) => createPolicy(ctx, { ...policyInput('All'), goals: [byClock] }));
  });

  test('a calendar that opens this year only keeps no promise of the years after', async () => {
    const { run } = await build();
    const open = [{ from: 480, until: 960 }];
    const once = await run((ctx) =>
      createCalendar(
        ctx,
        calendarInput({
          week: Array.from({ length: 7 }, () => []),
          exceptions: [
            {
              id: newId(),
              name: { en: 'Fair' },
              calendar: 'gregory',
              year: app.clock.now().getUTCFullYear(),
              from: { month: 1, day: 1 },
              until: { month: 12, day: 31 },
              week: Array.from({ length: 7 }, () => open),
              declared: [],
            },
          ],
        }),
      ),
    );
    const goals = [goalInput({ calendarId: once.id, amount: 1 })];
    expect(await faultsOf(run((ctx) => createPolicy(ctx, { ...policyInput('All'), goals })))).toEqual({
      'goals.0.amount': 'unreachable',
    });
  });

  test('name conditions on what is not there, is out of use, or goes together in no case', async () => {
    const { run } = await build();
    const { outage, question, old, meter, tanker, segments } = await run(async (ctx) => ({
      outage: await buildCategory(ctx, { kinds: ['complaint'] }),
      question: await buildCategory(ctx, { kinds: ['inquiry'] }),
      old: await buildCategory(ctx, { active: false }),
      meter: await createProduct(ctx, { kind: 'product', name: { en: 'Meter' } }),
      tanker: await createProduct(ctx, { kind: 'product', name: { en: 'Tanker' }, active: false }),
      segments: await buildTree(ctx, [{ name: 'Shops', rule: all(), below: [{ name: 'Kiosks', rule: all() }] }]),
    }));
    const shops = segments['Shops']!;
    const kiosks = segments['Kiosks']!;
    expect(
      await faultsOf(
        run((ctx) =>
          createPolicy(ctx, {
            ...policyInput('All', {
              categoryIds: [outage.id, old.id, newId()],
              segmentIds: [newId(), kiosks],
              productIds: [tanker.id, meter.id, newId()],
            }),
            regimeId: 'nowhere',
          }),
        ),
      ),
    ).toEqual({
      'conditions.categoryIds.1': 'out-of-use',
      'conditions.categoryIds.2': 'not-found',
      'conditions.segmentIds.0': 'not-found',
      'conditions.productIds.0': 'out-of-use',
      'conditions.productIds.2': 'not-found',
      regimeId: 'not-found',
    });
    expect(
      await faultsOf(run((ctx) => make(ctx, 'None', { kinds: ['request'], categoryIds: [outage.id, question.id] }))),
    ).toEqual({ 'conditions.categoryIds': 'no-kind-fits' });
    // A segment and one below it is no fault; one above takes all of those below.
    await run((ctx) => make(ctx, 'Shops', { segmentIds: [shops, kiosks] }));
    expect(await faultsOf(run((ctx) => make(ctx, 'Kiosks', { segmentIds: [kiosks] })))).toEqual({
      conditions: { code: 'never-reached', by: 'Shops' },
    });
    await run((ctx) => make(ctx, 'Meters', { productIds: [meter.id] }));
  });

  test('more than there may be, and what is not there', async () => {
    const { run, organisationId } = await build();
    await app.platform.connection.pool.query(
      `with made as (
         insert into service_policies (organisation_id, id, version, position, changed_at)
         select $1, gen_random_uuid(), 1, n, now() from generate_series(1, $2::int) n returning id, position
       )
       insert into service_policy_versions (organisation_id, policy_id, version, name, conditions, goals, published_at)
       select $1, id, 1, '{"en": "Some"}', '{"kinds": ["remark"], "categoryIds": [], "segmentIds": [], "channels": [], "priorities": [], "productIds": []}', '[]', now()
         from made`,
      [organisationId, mostPolicies],
    );
    await expect(run((ctx) => make(ctx, 'One more', { kinds: ['request'] }))).rejects.toMatchObject({
      code: 'service-policy.too-many',
      params: { most: mostPolicies },
    });
    const other = await build();
    const { id } = await other.run((ctx) => make(ctx, 'All'));
    for (const verb of [getPolicy, policyVersions, retirePolicy])
      await expect(run((ctx): Promise<unknown> => verb(ctx, id))).rejects.toMatchObject({
        code: 'service-policy.not-found',
        status: 404,
      });
  });
});

test('policies are found under the regime that they carry out', async () => {
  const { run } = await build();
  const made = await run((ctx) =>
    createPolicy(ctx, { ...policyInput('Complaints', { kinds: ['complaint'] }), regimeId: 'iso-10002' }),
  );
  const { items } = await run(regimes);
  expect(items.filter(({ policies }) => policies.length > 0)).toMatchObject([
    { id: 'iso-10002', policies: [{ id: made.id, name: { en: 'Complaints' } }] },
  ]);
  expect(JSON.stringify(items)).not.toContain('"demand"');
});

test('everybody may read, try and count; only those who manage service may change, and see the cost', async () => {
  const { buildPerson, administrator } = await buildOrganisation(app.platform, { withAccount: true });
  const agent = await buildPerson({ roles: ['agent'], withAccount: true });
  const asAgent = { headers: await signIn(http, agent) };
  const asManager = { headers: await signIn(http, administrator) };
  const payload = policyInput('All');
  const made = await http.inject({ method: 'POST', url: '/api/service-policies', payload, ...asManager });
  expect(made.statusCode).toBe(201);
  const { id } = made.json<Policy>();
  const trait = { kind: 'remark', categoryId: null, productId: null, channel: 'api', priority: 'low', segmentId: null };
  const calls = [
    ['GET', '/api/service-policies', undefined, 200],
    ['GET', `/api/service-policies/${id}`, undefined, 200],
    ['GET', `/api/service-policies/${id}/versions`, undefined, 200],
    ['POST', '/api/service-policies/test', { ...trait, at: app.clock.now() }, 200],
    ['GET', '/api/figures/service-levels?by=policy', undefined, 200],
    ['GET', '/api/regimes', undefined, 200],
    ['POST', '/api/service-policies/cost', { ...payload, id }, 403],
    ['POST', '/api/service-policies', payload, 403],
    ['PUT', '/api/service-policies/order', { ids: [id] }, 403],
    ['PUT', `/api/service-policies/${id}`, { ...payload, version: 1, appliesTo: 'new' }, 403],
    ['DELETE', `/api/service-policies/${id}`, undefined, 403],
  ] as const;
  for (const [method, url, body, status] of calls) {
    const call = { method, url, ...(body ? { payload: body } : {}) };
    expect((await http.inject({ ...call, ...asAgent })).statusCode, `${method} ${url}`).toBe(status);
    expect((await http.inject({ ...call, ...asManager })).statusCode, `${method} ${url}`).toBe(
      method === 'POST' && url === '/api/service-policies' ? 422 : 200,
    );
  }
});
