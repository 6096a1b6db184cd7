// The matrix through its verbs and routes: what no rule can be, what is listed and told of, who may change it, and what the database holds.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { answerFinding } from './answer-finding.ts';
import { createAction } from './create-action.ts';
import { endRule } from './end-rule.ts';
import { actionInput, buildAction, buildMatrix, buildRule, sar } from './factory.ts';
import { jobs } from './jobs.ts';
import { listFindings } from './list-findings.ts';
import { listRules } from './list-rules.ts';

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

const build = () => buildMatrix(app.platform);

async function rows<Row>(organisationId: string, what: string): Promise<Row[]> {
  return (await app.platform.connection.pool.query(what, [organisationId])).rows;
}
const findingsOf = (organisationId: string) =>
  rows<{ type: string; verdict: string }>(
    organisationId,
    `select f.type, d.verdict from authority_findings f join authority_decisions d on d.id = f.decision_id where f.organisation_id = $1 order by f.id`,
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code,
  );

describe('the matrix', () => {
  test('refuses what no rule can be', async () => {
    const { run, action, unitId, administrator } = await build();
    const faultOf = (given: object) =>
      run((ctx) => buildRule(ctx, { actionId: action.id, ...given })).then(
        () => null,
        (error: { faults: { field: string; code: string }[] }) => `${error.faults[0]?.field} ${error.faults[0]?.code}`,
      );
    expect(await faultOf({ scope: 'named-unit' })).toBe('unitId required');
    expect(await faultOf({ unitId })).toBe('unitId required');
    expect(await faultOf({ until: '2025-12-31' })).toBe('until before-from');
    expect(await faultOf({ positionId: administrator.personId })).toBe('positionId not-found');
    expect(await codeOf(run((ctx) => createAction(ctx, actionInput())))).toBe('authority.action-key-taken');
    const plain = await run((ctx) => buildAction(ctx, { key: 'leave.approve', hasAmount: false }));
    expect(await codeOf(run((ctx) => buildRule(ctx, { actionId: plain.id })))).toBe('request.invalid');
    expect(await codeOf(run((ctx) => createAction(ctx, actionInput({ key: 'case.close-by-authority' }))))).toBe(
      'request.invalid',
    );
  });

  test('is listed for a unit, with what ended on demand', async () => {
    const { run, unitId, otherId, action, rule } = await build();
    const named = await run((ctx) =>
      buildRule(ctx, { actionId: action.id, scope: 'named-unit', unitId: otherId, limit: sar(5) }),
    );
    const list = async (given: { unitId?: string; ended?: boolean }) =>
      (await run((ctx) => listRules(ctx, { ended: false, ...given }))).items.map(
        ({ id, state }) => `${id === rule.id ? 'own' : 'named'} ${state}`,
      );
    expect(await list({ unitId })).toEqual(['own in-force', 'named in-force']);
    expect(await list({ unitId: otherId })).toEqual(['named in-force']);
    await run((ctx) => endRule(ctx, named.id));
    expect(await list({ unitId: otherId })).toEqual([]);
    expect(await list({ unitId: otherId, ended: true })).toEqual(['named ended']);
    expect(await codeOf(run((ctx) => endRule(ctx, named.id)))).toBe('authority.rule-ended');
  });

  test('tells whoever made a rule that it ends soon, once', async () => {
    const { run, action, organisationId, administrator } = await build();
    await run((ctx) => buildRule(ctx, { actionId: action.id, until: '2026-12-01' }));
    await run((ctx) => buildRule(ctx, { actionId: action.id, until: '2027-12-01' }));
    for (const _ of [1, 2]) await jobs[0]!.handle(app.platform, {} as never);
    expect(await rows(organisationId, `select person_id, data from notifications where organisation_id = $1`)).toEqual([
      { person_id: administrator.personId, data: { title: action.name, until: '2026-12-01' } },
    ]);
  });
});

describe('the routes', () => {
  test('record a decision with its reason, refuse another and keep that, and let only administrators change the matrix', async () => {
    const { head, action, unitId, organisationId, otherId } = await build();
    const headers = await signIn(http, head);
    const call = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
      const answer = await http.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) });
      return { status: answer.statusCode, body: answer.json() };
    };
    const decision = {
      action: action.key,
      amount: sar(400),
      unitId,
      reference: 'PO-1',
      requestedBy: null,
      reason: null,
    };
    expect(await call('POST', '/authority/decisions', decision)).toMatchObject({
      status: 201,
      body: { verdict: 'within', findings: [] },
    });
    expect(await call('POST', '/authority/decisions', { ...decision, unitId: otherId })).toMatchObject({
      status: 403,
      body: { code: 'authority.refused' },
    });
    expect(await findingsOf(organisationId)).toEqual([{ type: 'outside-unit', verdict: 'refused' }]);
    expect((await call('GET', '/authority/decisions')).body.items).toHaveLength(2);
    expect(
      (
        await call('POST', '/authority/tests', {
          action: action.key,
          amount: sar(1),
          unitId,
          reference: null,
          requestedBy: null,
        })
      ).body,
    ).toMatchObject({ verdict: 'within' });
    expect((await call('GET', '/authority/findings?view=mine')).body.items).toHaveLength(1);
    for (const [method, url, payload] of [
      ['POST', '/authority/actions', actionInput({ key: 'another' })],
      ['DELETE', `/authority/actions/${action.id}`],
      ['GET', '/figures/authority'],
      ['GET', '/authority/delegations?view=all'],
    ] as const)
      expect((await call(method, url, payload)).body).toMatchObject({ code: 'access.forbidden' });
  });
});

describe('the database', () => {
  test('changes and removes no decision, finding or answer, and only ends rules and delegations', async () => {
    const { ask, head, organisationId, run, agent, rule } = await build();
    await ask(agent, sar(1));
    const [found] = (await run((ctx) => listFindings(ctx, { view: 'mine', limit: 1 }), agent.actor)).items;
    await run((ctx) => answerFinding(ctx, { id: found!.id, kind: 'accepted', words: 'So it was' }), head.actor);
    const { pool } = app.platform.connection;
    for (const statement of [
      `update authority_decisions set verdict = 'within' where organisation_id = $1`,
      `update authority_findings set type = 'split' where organisation_id = $1`,
      `update authority_answers set kind = 'explained' where organisation_id = $1`,
      ...['decisions', 'findings', 'answers'].map(
        (table) => `delete from authority_${table} where organisation_id = $1`,
      ),
    ])
      await expect(pool.query(statement, [organisationId])).rejects.toMatchObject({
        constraint: 'authority_records_stay',
      });
    for (const statement of [
      'update authority_rules set limit_minor = 1 where organisation_id = $1',
      'delete from authority_rules where organisation_id = $1',
    ])
      await expect(pool.query(statement, [organisationId])).rejects.toMatchObject({
        constraint: 'authority_grants_stay',
      });
    await run((ctx) => endRule(ctx, rule.id));
    await expect(
      pool.query('update authority_rules set ended_at = null where organisation_id = $1', [organisationId]),
    ).rejects.toMatchObject({ constraint: 'authority_grants_stay' });
    for (const role of ['rida_staff', 'rida_system'])
      for (const table of ['decisions', 'findings', 'answers']) {
        const { rows: held } = await pool.query(
          `select has_table_privilege($1, $2, 'update') or has_table_privilege($1, $2, 'delete') as may`,
          [role, `authority_${table}`],
        );
        expect(held).toEqual([{ may: false }]);
      }
  });
});
