// People: the list, their roles, and that an organisation keeps an administrator.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildOrganisation } from './factory.ts';
import { listPeople } from './list-people.ts';
import { updateMe } from './update-me.ts';
import { updatePerson } from './update-person.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

test('pages of people meet everyone once, in order, also those of one name', async () => {
  const { run, buildPerson } = await buildOrganisation(app.platform);
  for (const name of ['Zahra', 'Ali', 'Ali', 'Mona', 'Ali']) await buildPerson({ name });
  const names: string[] = [];
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await run((ctx) => listPeople(ctx, { limit: 2, cursor }));
    names.push(...page.items.map((person) => person.name));
    for (const person of page.items) ids.add(person.id);
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(names).toEqual(['Administrator', 'Ali', 'Ali', 'Ali', 'Mona', 'Zahra']);
  expect(ids.size).toBe(6);
});

test('a search finds a name in any spelling of it, an address, and takes wildcards as letters', async () => {
  const { run, buildPerson, buildUnit } = await buildOrganisation(app.platform);
  const unit = await buildUnit();
  const { personId, email } = await buildPerson({ name: 'علي كريمي', positionIn: unit });
  const find = async (q: string) =>
    (await run((ctx) => listPeople(ctx, { q, limit: 10 }))).items.map((person) => person.id);
  expect(await find('علی کریمی')).toEqual([personId]);
  expect(await find(email.toUpperCase())).toEqual([personId]);
  expect(await find('%')).toEqual([]);
  const inUnit = await run((ctx) => listPeople(ctx, { unitId: unit, limit: 10 }));
  expect(inUnit.items).toMatchObject([{ id: personId, unitIds: [unit] }]);
});

test('the last active administrator stays one', async () => {
  const { run, buildPerson, administrator } = await buildOrganisation(app.platform);
  const lastOne = { code: 'person.last-administrator' };
  const other = await buildPerson({ roles: ['administrator', 'agent'] });
  await run((ctx) => updatePerson(ctx, { id: other.personId, active: false }));
  await expect(run((ctx) => updatePerson(ctx, { id: administrator.personId, active: false }))).rejects.toMatchObject(
    lastOne,
  );
  await expect(
    run((ctx) => updatePerson(ctx, { id: administrator.personId, roles: ['agent'] }), other.actor),
  ).rejects.toMatchObject(lastOne);
  await run((ctx) => updatePerson(ctx, { id: other.personId, active: true }));
  const demoted = await run((ctx) => updatePerson(ctx, { id: administrator.personId, roles: ['agent'] }), other.actor);
  expect(demoted.roles).toEqual(['agent']);
});

test('two administrators who remove each other at the same moment do not both succeed', async () => {
  const { run, buildPerson, administrator } = await buildOrganisation(app.platform);
  const other = await buildPerson({ roles: ['administrator'] });
  const both = await Promise.allSettled([
    run((ctx) => updatePerson(ctx, { id: other.personId, active: false }), administrator.actor),
    run((ctx) => updatePerson(ctx, { id: administrator.personId, active: false }), other.actor),
  ]);
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('nobody changes their own roles, but saying them again is no change', async () => {
  const { run, buildPerson, administrator } = await buildOrganisation(app.platform);
  await buildPerson({ roles: ['administrator'] });
  await expect(
    run((ctx) => updatePerson(ctx, { id: administrator.personId, roles: ['administrator', 'agent'] })),
  ).rejects.toMatchObject({ code: 'person.own-roles' });
  await run((ctx) => updatePerson(ctx, { id: administrator.personId, roles: ['administrator'], name: 'Chief' }));
});

test('everyone may change their own name and language, cleaned of what is invisible', async () => {
  const { run, buildPerson } = await buildOrganisation(app.platform);
  const { actor } = await buildPerson();
  const me = await run((ctx) => updateMe(ctx, { name: ' Sa\u202era ', language: 'fa' }), actor);
  expect(me).toMatchObject({ name: 'Sara', language: 'fa', roles: ['agent'] });
  await expect(run((ctx) => updateMe(ctx, { name: '\u200e\u202e' }), actor)).rejects.toMatchObject({
    code: 'request.invalid',
    faults: [{ field: 'name', code: 'required' }],
  });
});
