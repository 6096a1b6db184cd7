// The tree of units and the positions in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { sql } from 'kysely';
import { createPosition } from './create-position.ts';
import { buildOrganisation } from './factory.ts';
import { headAbove } from './head-above.ts';
import { holdPosition } from './hold-position.ts';
import { listUnits } from './list-units.ts';
import { removePosition } from './remove-position.ts';
import { removeUnit } from './remove-unit.ts';
import { updatePerson } from './update-person.ts';
import { updatePosition } from './update-position.ts';
import { updateUnit } from './update-unit.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

test('a unit cannot move below itself', async () => {
  const { run, buildUnit, rootUnitId } = await buildOrganisation(app.platform);
  const child = await buildUnit();
  const grandchild = await buildUnit({ parentId: child });
  await expect(run((ctx) => updateUnit(ctx, { id: child, parentId: grandchild }))).rejects.toMatchObject({
    code: 'unit.cycle',
  });
  await expect(run((ctx) => updateUnit(ctx, { id: child, parentId: child }))).rejects.toMatchObject({
    code: 'unit.cycle',
  });
  const moved = await run((ctx) => updateUnit(ctx, { id: grandchild, parentId: rootUnitId }));
  expect(moved.parentId).toBe(rootUnitId);
});

test('two moves that overlap do not close a circle', async () => {
  const { run, buildUnit } = await buildOrganisation(app.platform);
  const [a, b] = [await buildUnit(), await buildUnit()];
  let begin!: () => void;
  let settled = false;
  const second = new Promise<void>((go) => (begin = go))
    .then(() => run((ctx) => updateUnit(ctx, { id: b, parentId: a })))
    .catch((error: unknown) => error);
  void second.then(() => (settled = true));
  await run(async (ctx) => {
    await updateUnit(ctx, { id: a, parentId: b });
    // The other move begins while this one is not committed, and either waits for it or comes through.
    begin();
    while (!settled && !(await somebodyWaits())) continue;
  });
  expect(await second).toMatchObject({ code: 'unit.cycle' });
});

async function somebodyWaits(): Promise<boolean> {
  const { rows } = await app.platform.connection.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

test('a unit with something in it stays, and says what holds it', async () => {
  const { run, buildUnit, organisationId } = await buildOrganisation(app.platform);
  const unit = await buildUnit();
  const child = await buildUnit({ parentId: unit });
  await expect(run((ctx) => removeUnit(ctx, unit))).rejects.toMatchObject({
    code: 'unit.not-empty',
    params: { holds: 'units' },
  });
  await run((ctx) => removeUnit(ctx, child));
  const position = await run((ctx) => createPosition(ctx, { unitId: unit, title: { en: 'Clerk' } }));
  await expect(run((ctx) => removeUnit(ctx, unit))).rejects.toMatchObject({
    code: 'unit.not-empty',
    params: { holds: 'positions' },
  });
  await run((ctx) => removePosition(ctx, position.id));
  await sql`insert into categories (organisation_id, id, name, unit_id) values (${organisationId}, gen_random_uuid(), '{"en":"Roads"}', ${unit})`.execute(
    app.platform.connection.db,
  );
  await expect(run((ctx) => removeUnit(ctx, unit))).rejects.toMatchObject({
    code: 'unit.not-empty',
    params: { holds: 'categories' },
  });
});

test('a unit has one head, also when a position is changed or moved', async () => {
  const { run, buildUnit } = await buildOrganisation(app.platform);
  const [unit, other] = [await buildUnit(), await buildUnit()];
  await run((ctx) => createPosition(ctx, { unitId: unit, title: { en: 'Head' }, isHead: true }));
  const clerk = await run((ctx) => createPosition(ctx, { unitId: unit, title: { en: 'Clerk' } }));
  const otherHead = await run((ctx) => createPosition(ctx, { unitId: other, title: { en: 'Head' }, isHead: true }));
  const refusal = { code: 'position.head-exists', params: { unitId: unit } };
  await expect(
    run((ctx) => createPosition(ctx, { unitId: unit, title: { en: 'Second' }, isHead: true })),
  ).rejects.toMatchObject(refusal);
  await expect(run((ctx) => updatePosition(ctx, { id: clerk.id, isHead: true }))).rejects.toMatchObject(refusal);
  await expect(run((ctx) => updatePosition(ctx, { id: otherHead.id, unitId: unit }))).rejects.toMatchObject(refusal);
});

test('a held position is not removed, and its holder shows as head of the unit', async () => {
  const { run, buildUnit, buildPerson } = await buildOrganisation(app.platform);
  const unit = await buildUnit();
  const { personId } = await buildPerson();
  const head = await run((ctx) => createPosition(ctx, { unitId: unit, title: { en: 'Head' }, isHead: true }));
  await run((ctx) => holdPosition(ctx, { id: head.id, personId }));
  expect((await run(listUnits)).items.find((one) => one.id === unit)?.headPersonId).toBe(personId);
  await expect(run((ctx) => removePosition(ctx, head.id))).rejects.toMatchObject({ code: 'position.held' });
  await run((ctx) => holdPosition(ctx, { id: head.id, personId: null }));
  await run((ctx) => removePosition(ctx, head.id));
});

test('a position is given to people who are there and active', async () => {
  const { run, buildPerson, rootUnitId } = await buildOrganisation(app.platform);
  const stranger = await (await buildOrganisation(app.platform)).buildPerson();
  const { personId } = await buildPerson();
  await run((ctx) => updatePerson(ctx, { id: personId, active: false }));
  const { id } = await run((ctx) => createPosition(ctx, { unitId: rootUnitId, title: { en: 'Clerk' } }));
  await expect(run((ctx) => holdPosition(ctx, { id, personId }))).rejects.toMatchObject({ code: 'person.inactive' });
  await expect(run((ctx) => holdPosition(ctx, { id, personId: stranger.personId }))).rejects.toMatchObject({
    code: 'person.not-found',
  });
});

test('the head above is the nearest who is there, active and somebody else', async () => {
  const { run, buildUnit, buildPerson, rootUnitId, administrator } = await buildOrganisation(app.platform);
  const middle = await buildUnit();
  const vacant = await buildUnit({ parentId: middle });
  const lowest = await buildUnit({ parentId: vacant });
  const middleHead = await buildPerson({ positionIn: middle, head: true });
  const lowestHead = await buildPerson({ positionIn: lowest, head: true });
  const ask = (query: Parameters<typeof headAbove>[1]) => run((ctx) => headAbove(ctx, query));

  expect(await ask({ unitId: lowest, notPersonIds: [] })).toEqual({ unitId: lowest, personId: lowestHead.personId });
  expect(await ask({ unitId: lowest, notPersonIds: [lowestHead.personId] })).toEqual({
    unitId: middle,
    personId: middleHead.personId,
  });
  expect(await ask({ unitId: middle, notPersonIds: [], above: true })).toEqual({
    unitId: rootUnitId,
    personId: administrator.personId,
  });
  expect(await ask({ unitId: rootUnitId, notPersonIds: [], above: true })).toEqual({
    unitId: rootUnitId,
    personId: null,
  });
  await run((ctx) => updatePerson(ctx, { id: middleHead.personId, active: false }));
  expect(await ask({ unitId: lowest, notPersonIds: [lowestHead.personId] })).toEqual({
    unitId: rootUnitId,
    personId: administrator.personId,
  });
  expect(await ask({ unitId: lowest, notPersonIds: [lowestHead.personId, administrator.personId] })).toEqual({
    unitId: rootUnitId,
    personId: null,
  });
  // A customer who disputes asks under their own database role.
  const customer = { kind: 'customer', customerId: null, grantId: null } as const;
  expect(await run((ctx) => headAbove(ctx, { unitId: vacant, notPersonIds: [] }), customer)).toEqual({
    unitId: rootUnitId,
    personId: administrator.personId,
  });
});
