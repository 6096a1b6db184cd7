// Authority through its verbs: every type of finding once, overrides and refusals on record, delegations, and who sees what.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuthorityActionInput } from '#contract/authority.ts';
import type { BuiltOrganisation, BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { answerFinding } from './answer-finding.ts';
import { changeAction } from './change-action.ts';
import { createAction } from './create-action.ts';
import { createRule } from './create-rule.ts';
import { decide, requireAuthority } from './decide.ts';
import { delegateAuthority } from './delegate-authority.ts';
import { endRule } from './end-rule.ts';
import { actionInput, buildMatrix, buildRule, sar } from './factory.ts';
import { findingFigures } from './finding-figures.ts';
import { jobs } from './jobs.ts';
import { listDelegations } from './list-delegations.ts';
import { listFindings } from './list-findings.ts';
import { lookAtFinding } from './look-at-finding.ts';
import { mayDecide } from './may-decide.ts';
import { ownAuthority } from './own-authority.ts';
import { matter } from './record-decision.ts';
import { retireAction } from './retire-action.ts';
import { revokeDelegation } from './revoke-delegation.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const build = (given: Partial<AuthorityActionInput> = {}) => buildMatrix(app.platform, given);

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

async function positionOf({ run }: Pick<BuiltOrganisation, 'run'>, who: BuiltPerson): Promise<string> {
  return (await run(ownAuthority, who.actor)).positions[0]!.positionId;
}

describe('a decision', () => {
  test('within is recorded by its rule, and nothing is found', async () => {
    const { ask, head, organisationId, rule } = await build();
    expect(await ask(head, sar(10_000))).toMatchObject({ verdict: 'within', faults: [], basis: { ruleId: rule.id } });
    expect(await findingsOf(organisationId)).toEqual([]);
    const [row] = await rows<Record<string, unknown>>(
      organisationId,
      'select * from authority_decisions where organisation_id = $1',
    );
    expect(row).toMatchObject({
      person_id: head.personId,
      amount_minor: 1_000_000,
      currency: 'SAR',
      rule_id: rule.id,
      verdict: 'within',
      reason: null,
    });
  });

  test('is not judged before the organisation has a rule, and again not once the action is retired', async () => {
    const { run, unitId, administrator } = await build();
    const asked = (action: string) =>
      run((ctx) => decide(ctx, { action, amount: sar(1), unitId, subject: matter('1') }), administrator.actor);
    expect(await asked('unheard-of')).toBeNull();
    const made = await run((ctx) => createAction(ctx, actionInput({ key: 'leave.approve', hasAmount: false })));
    expect(await asked('leave.approve')).toBeNull();
    const { id } = await run((ctx) =>
      createRule(ctx, {
        actionId: made.id,
        positionId: null,
        limit: null,
        scope: 'own-unit',
        unitId: null,
        from: '2026-01-01',
        until: null,
      }),
    );
    expect((await asked('leave.approve'))?.verdict).toBe('refused');
    // The last rule ended: nobody may, rather than everybody.
    await run((ctx) => endRule(ctx, id));
    expect((await asked('leave.approve'))?.verdict).toBe('refused');
    await run((ctx) => retireAction(ctx, made.id));
    expect(await asked('leave.approve')).toBeNull();
  });

  test('carries a name, an amount where the action has one, and a reason where it goes beyond', async () => {
    const { ask, head, run, unitId, organisationId } = await build({ onOverrun: 'override' });
    const question = { action: 'purchase.approve', amount: sar(1), unitId, subject: matter('1') };
    expect(await codeOf(run((ctx) => decide(ctx, question), { kind: 'system', name: 'test' }))).toBe(
      'authority.only-people',
    );
    expect(await codeOf(ask(head, null))).toBe('authority.amount-needed');
    expect(await codeOf(ask(head, sar(10_001)))).toBe('authority.reason-needed');
    expect(await codeOf(ask(head, sar(10_001), { override: { reason: ' ' } }))).toBe('authority.reason-needed');
    expect(await rows(organisationId, 'select from authority_decisions where organisation_id = $1')).toEqual([]);
    expect(await ask(head, sar(10_001), { override: { reason: 'The pump stood still' } })).toMatchObject({
      verdict: 'override',
    });
    expect(await findingsOf(organisationId)).toEqual([{ type: 'over-limit', verdict: 'override' }]);
  });

  test('that is refused leaves its record and nothing else', async () => {
    const { run, head, unitId, organisationId, administrator } = await build();
    const work = run(async (ctx) => {
      await requireAuthority(ctx, { action: 'purchase.approve', amount: sar(20_000), unitId, subject: matter('PO-1') });
      throw new Error('went on');
    }, head.actor);
    await expect(work).rejects.toMatchObject({
      code: 'authority.refused',
      status: 403,
      params: { faults: ['over-limit'] },
    });
    expect(await findingsOf(organisationId)).toEqual([{ type: 'over-limit', verdict: 'refused' }]);
    const events = await rows<{ type: string; only_for: string[]; data: object }>(
      organisationId,
      `select type, only_for, data from events where organisation_id = $1 and type in ('authority.decided', 'authority.finding-found') order by type`,
    );
    expect(events).toMatchObject([
      {
        type: 'authority.decided',
        only_for: [head.personId],
        data: { action: 'purchase.approve', verdict: 'refused' },
      },
      { type: 'authority.finding-found', data: { type: 'over-limit', verdict: 'refused' } },
    ]);
    // The administrator heads the unit above.
    expect(events[1]!.only_for.toSorted()).toEqual([head.personId, administrator.personId].toSorted());
    const told = await rows<{ person_id: string; type: string }>(
      organisationId,
      `select person_id, type from notifications where organisation_id = $1 order by type`,
    );
    expect(told).toEqual([
      { person_id: head.personId, type: 'authority.finding-of-own' },
      { person_id: administrator.personId, type: 'authority.finding-of-people' },
    ]);
  });
});

describe('each type of finding', () => {
  test('over limit, outside unit, self-approval, no authority', async () => {
    const { ask, head, agent, otherId, organisationId } = await build();
    expect((await ask(head, sar(10_001)))?.faults).toEqual(['over-limit']);
    expect((await ask(head, sar(1), { unitId: otherId }))?.faults).toEqual(['outside-unit']);
    expect((await ask(head, sar(1), { requestedBy: head.personId }))?.faults).toEqual(['self-approval']);
    expect((await ask(agent, sar(1)))?.faults).toEqual(['no-authority']);
    expect((await findingsOf(organisationId)).map(({ type }) => type)).toEqual([
      'over-limit',
      'outside-unit',
      'self-approval',
      'no-authority',
    ]);
  });

  test('expired: the rule was ended, the delegation is over', async () => {
    const built = await build();
    const { ask, head, agent, run, rule, action } = built;
    const positionId = await positionOf(built, head);
    await run(
      (ctx) =>
        delegateAuthority(ctx, {
          positionId,
          delegateId: agent.personId,
          actionIds: [action.id],
          limit: null,
          unitId: null,
          from: '2026-11-22',
          until: '2026-11-23',
          reason: 'Leave',
        }),
      head.actor,
    );
    expect((await ask(agent, sar(1)))?.verdict).toBe('within');
    const before = app.clock.now();
    app.clock.advance(2 * 86_400_000);
    expect((await ask(agent, sar(1)))?.faults).toEqual(['expired']);
    await run((ctx) => endRule(ctx, rule.id));
    expect((await ask(head, sar(1)))?.faults).toEqual(['expired']);
    app.clock.advance(before.getTime() - app.clock.now().getTime());
  });

  test('split: the same matter, in any spelling of its number, within the days, by whoever', async () => {
    const { ask, head, run, agent, action } = await build({ splitDays: 30 });
    const subject = matter('po-77');
    expect((await ask(head, sar(6_000), { subject }))?.verdict).toBe('within');
    expect((await ask(head, sar(6_000), { subject: matter(' PO-77 ') }))?.faults).toEqual(['split']);
    // What was refused was not spent: with the first together this is not above.
    expect((await ask(head, sar(4_000), { subject }))?.verdict).toBe('within');
    expect((await ask(head, sar(6_000), { subject: matter('PO-78') }))?.verdict).toBe('within');
    await run((ctx) => changeAction(ctx, { id: action.id, name: action.name, onOverrun: 'refuse', splitDays: null }));
    expect((await ask(head, sar(9_000), { subject }))?.verdict).toBe('within');
    expect((await ask(agent, sar(9_000), { subject }))?.faults).toEqual(['no-authority']);
  });

  test('two amounts of one matter at the same moment see each other', async () => {
    const { ask, head } = await build({ splitDays: 30 });
    const verdicts = await Promise.all([1, 2].map(() => ask(head, sar(6_000), { subject: matter('PO-99') })));
    expect(verdicts.map((one) => one?.verdict).toSorted()).toEqual(['refused', 'within']);
  });
});

describe('a delegation', () => {
  const days = { from: '2026-11-22', until: '2026-12-22', reason: 'Leave', unitId: null };

  test('is within what the giver has, as long as the setting says, and to somebody else', async () => {
    const built = await build();
    const { run, head, agent, action, unitId } = built;
    const positionId = await positionOf(built, head);
    const give = (more: object, who = head) =>
      run(
        (ctx) =>
          delegateAuthority(ctx, {
            ...days,
            positionId,
            delegateId: agent.personId,
            actionIds: [action.id],
            limit: null,
            ...more,
          }),
        who.actor,
      );
    const faultOf = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { faults?: { field: string; code: string }[] }) =>
          error.faults?.map(({ field, code }) => `${field} ${code}`)[0],
      );
    expect(await faultOf(give({ limit: sar(10_001) }))).toBe('limit above-own-limit');
    expect(await faultOf(give({ limit: { minor: 1, currency: 'AED' } }))).toBe('limit above-own-limit');
    expect(await faultOf(give({ until: '2027-05-23' }))).toBe('until delegation-too-long');
    expect(await faultOf(give({ until: '2026-11-21', from: '2026-11-22' }))).toBe('until before-from');
    expect(await faultOf(give({ from: '2026-11-21' }))).toBe('from in-the-past');
    expect(await faultOf(give({ delegateId: head.personId }))).toBe('delegateId oneself');
    expect(await faultOf(give({ positionId, delegateId: head.personId }, agent))).toBe('positionId not-yours');
    // Whoever got it has nothing of their own to give.
    const got = await give({ limit: sar(2_000), unitId });
    expect(got).toMatchObject({
      state: 'in-force',
      giver: { name: 'Huda' },
      delegate: { name: 'Anas' },
      withoutEffect: [],
    });
    expect(await faultOf(give({ positionId: await positionOf(built, agent), delegateId: head.personId }, agent))).toBe(
      'actionIds not-yours',
    );
    expect((await built.ask(agent, sar(2_000)))?.basis).toMatchObject({ delegationId: got.id });
    expect((await built.ask(agent, sar(2_001)))?.faults).toEqual(['over-limit']);
  });

  test('is seen by both and by whoever keeps the matrix, is revoked at once, and says so when it is over', async () => {
    const built = await build();
    const { run, head, agent, action, organisationId, rule } = built;
    const positionId = await positionOf(built, head);
    const given = { ...days, positionId, delegateId: agent.personId, actionIds: [action.id], limit: null };
    const [first, second] = [
      await run((ctx) => delegateAuthority(ctx, given), head.actor),
      await run((ctx) => delegateAuthority(ctx, given), head.actor),
    ];
    const list = (view: 'given' | 'received' | 'all', who?: BuiltPerson) =>
      run((ctx) => listDelegations(ctx, { view, limit: 1 }), who?.actor);
    expect((await list('given', head)).next).not.toBeNull();
    expect((await list('received', agent)).items[0]).toMatchObject({ id: second.id });
    expect((await list('given', agent)).items).toEqual([]);
    expect(await codeOf(list('all', agent))).toBe('access.forbidden');
    expect((await list('all')).items).toHaveLength(1);
    expect(await codeOf(run((ctx) => revokeDelegation(ctx, first.id), agent.actor))).toBe(
      'authority.delegation-not-found',
    );
    await run((ctx) => revokeDelegation(ctx, first.id), head.actor);
    expect(await codeOf(run((ctx) => revokeDelegation(ctx, first.id)))).toBe('authority.delegation-ended');
    expect((await built.ask(agent, sar(1)))?.verdict).toBe('within');
    await run((ctx) => revokeDelegation(ctx, second.id));
    expect((await built.ask(agent, sar(1)))?.faults).toEqual(['expired']);
    const third = await run((ctx) => delegateAuthority(ctx, given), head.actor);
    await run((ctx) => endRule(ctx, rule.id));
    expect((await list('received', agent)).items[0]).toMatchObject({ id: third.id, withoutEffect: [action.id] });
    const before = app.clock.now();
    app.clock.advance(40 * 86_400_000);
    for (const _ of [1, 2]) await jobs[0]!.handle(app.platform, {} as never);
    expect(
      await rows(
        organisationId,
        `select person_id from notifications where organisation_id = $1 and type = 'authority.delegation-ended'`,
      ),
    ).toHaveLength(2);
    expect(
      await rows(
        organisationId,
        `select subject_id from events where organisation_id = $1 and type = 'authority.delegation-ended'`,
      ),
    ).toEqual([{ subject_id: third.id }]);
    app.clock.advance(before.getTime() - app.clock.now().getTime());
  });
});

describe('who may', () => {
  test('is said with the rule or the delegation, and what would come of it for oneself', async () => {
    const built = await build();
    const { run, head, agent, action, unitId, otherId, administrator } = built;
    const positionId = await positionOf(built, head);
    await run(
      (ctx) =>
        delegateAuthority(ctx, {
          positionId,
          delegateId: agent.personId,
          actionIds: [action.id],
          limit: sar(3_000),
          unitId: null,
          from: '2026-11-22',
          until: '2026-11-30',
          reason: 'Leave',
        }),
      head.actor,
    );
    const test = (amount: number, unit = unitId, more: object = {}) =>
      run(
        (ctx) => mayDecide(ctx, { action: action.key, amount: sar(amount), unitId: unit, subject: null, ...more }),
        agent.actor,
      );
    expect(await test(3_000)).toMatchObject({
      governed: true,
      verdict: 'within',
      who: [
        { person: { name: 'Huda' } },
        { person: { name: 'Anas' }, basis: { giver: { name: 'Huda' }, limit: sar(3_000) } },
      ],
    });
    expect(await test(9_000)).toMatchObject({
      verdict: 'refused',
      faults: ['over-limit'],
      who: [{ person: { name: 'Huda' } }],
    });
    expect((await test(3_000, unitId, { requestedBy: head.personId })).who).toEqual([]);
    expect((await test(3_000, unitId, { at: new Date('2026-12-24T00:00:00Z') })).who).toMatchObject([
      { person: { name: 'Huda' } },
    ]);
    expect((await test(1, otherId)).who).toEqual([]);
    await run((ctx) => buildRule(ctx, { actionId: action.id, scope: 'own-unit-and-below', limit: null }));
    expect((await test(50_000, otherId)).who).toMatchObject([{ person: { id: administrator.personId } }]);
  });
});

describe('what was found', () => {
  test('is seen with its person by that person and the head alone, each look on record, and answered by the head', async () => {
    const { run, ask, head, agent, administrator, buildPerson, rootUnitId } = await build();
    const observer = await buildPerson({ roles: ['observer'], positionIn: rootUnitId });
    await ask(agent, sar(7));
    const list = (view: 'mine' | 'people', who: BuiltPerson) =>
      run((ctx) => listFindings(ctx, { view, limit: 50 }), who.actor);
    const [found] = (await list('people', head)).items;
    expect(found).toMatchObject({ type: 'no-authority', verdict: 'refused', answered: null });
    expect(JSON.stringify(found)).not.toContain(agent.personId);
    expect((await list('mine', agent)).items).toEqual([found]);
    for (const other of [administrator, observer]) {
      expect((await list('people', other)).items).toEqual([]);
      expect(await codeOf(run((ctx) => lookAtFinding(ctx, found!.id), other.actor))).toBe(
        'authority.finding-not-found',
      );
    }
    expect(await run((ctx) => lookAtFinding(ctx, found!.id), head.actor)).toMatchObject({
      person: { name: 'Anas' },
      amount: sar(7),
      limit: null,
      mayAnswer: true,
      looks: [],
    });
    const answer = { id: found!.id, kind: 'explained', words: 'The rule was missing' } as const;
    expect(await codeOf(run((ctx) => answerFinding(ctx, answer), agent.actor))).toBe('authority.not-the-head');
    expect(await codeOf(run((ctx) => answerFinding(ctx, answer), administrator.actor))).toBe(
      'authority.finding-not-found',
    );
    expect(await run((ctx) => answerFinding(ctx, answer), head.actor)).toMatchObject({ answered: 'explained' });
    expect(await run((ctx) => lookAtFinding(ctx, found!.id), agent.actor)).toMatchObject({
      mayAnswer: false,
      answers: [{ kind: 'explained', words: 'The rule was missing', by: { name: 'Huda' } }],
      looks: [{ by: { name: 'Huda' } }],
    });
  });

  test('is counted by unit and action, and a group under five is not shown', async () => {
    const { run, ask, head, otherId, unitId, action } = await build();
    for (let count = 0; count < 5; count += 1) await ask(head, sar(20_000));
    const figures = () => run((ctx) => findingFigures(ctx, { period: '90-days' }));
    expect(await figures()).toEqual({
      unitIds: [unitId],
      actionIds: [action.id],
      cells: [[5]],
      ofUnits: [5],
      ofActions: [5],
      total: 5,
    });
    await ask(head, sar(1), { unitId: otherId });
    const shown = await figures();
    const place = shown.unitIds.indexOf(otherId);
    expect(shown.cells[place]).toEqual([null]);
    // Six in all less five would be the one that is hidden.
    expect(shown.total === null || shown.cells[1 - place]![0] === null).toBe(true);
    expect((await run((ctx) => findingFigures(ctx, { period: '90-days', type: 'over-limit' }))).cells).toEqual([[5]]);
  });
});
