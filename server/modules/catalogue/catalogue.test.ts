// Products and categories: the tree stays a tree, references are real, and the portal shows what it should.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { openTransaction } from '#platform/db/connect.ts';
import { createHttp } from '#platform/http/server.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { categoryOf, listCategories, portalCategories } from './category.ts';
import { createProduct } from './create-product.ts';
import { buildCategory } from './factory.ts';
import { listProducts } from './product.ts';
import { updateCategory } from './update-category.ts';
import { updateProduct } from './update-product.ts';

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

const customerActor: Actor = { kind: 'customer', customerId: null, grantId: null };

/** Whether a transaction waits for another; the database is this file's own. */
async function someoneWaits(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{
    waits: boolean;
  }>`select exists (select from pg_locks where not granted) as waits`.execute(ctx.transaction);
  return rows[0]!.waits;
}

async function eventsOf(organisationId: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select type, data from events where organisation_id = $1 and (type like 'category.%' or type like 'product.%') order by id`,
    [organisationId],
  );
  return rows;
}

describe('categories', () => {
  test('are what the contract says unless told otherwise, and change only where asked', async () => {
    const { run, buildUnit, organisationId } = await buildOrganisation(app.platform);
    const unitId = await buildUnit();
    const made = await run((ctx) => buildCategory(ctx, { name: { ar: ' فواتير\u200f ', fa: '' } }));
    expect(made).toEqual({
      id: made.id,
      parentId: null,
      name: { ar: 'فواتير' },
      kinds: [],
      unitId: null,
      formId: null,
      productId: null,
      inPortal: true,
      active: true,
    });
    const changed = await run((ctx) =>
      updateCategory(ctx, { id: made.id, unitId, kinds: ['complaint', 'request', 'complaint'] }),
    );
    expect(changed).toEqual({ ...made, unitId, kinds: ['complaint', 'request'] });
    await run((ctx) => updateCategory(ctx, { id: made.id, unitId }));
    expect(await run((ctx) => categoryOf(ctx, made.id), customerActor)).toEqual(changed);
    expect(await run((ctx) => listCategories(ctx))).toEqual({ items: [changed] });
    expect((await eventsOf(organisationId)).map((event) => [event.type, event.data['fields']])).toEqual([
      ['category.created', undefined],
      ['category.changed', ['kinds', 'unitId']],
    ]);
  });

  test('never stand below themselves', async () => {
    const { run } = await buildOrganisation(app.platform);
    const top = await run((ctx) => buildCategory(ctx));
    const middle = await run((ctx) => buildCategory(ctx, { parentId: top.id }));
    const bottom = await run((ctx) => buildCategory(ctx, { parentId: middle.id }));
    for (const parentId of [top.id, middle.id, bottom.id]) {
      await expect(run((ctx) => updateCategory(ctx, { id: top.id, parentId }))).rejects.toMatchObject({
        code: 'category.cycle',
      });
    }
    expect(await run((ctx) => updateCategory(ctx, { id: bottom.id, parentId: top.id }))).toMatchObject({
      parentId: top.id,
    });
    expect(await run((ctx) => updateCategory(ctx, { id: bottom.id, parentId: null }))).toMatchObject({
      parentId: null,
    });
  });

  test('two moves at the same moment do not close a circle', async () => {
    const { run } = await buildOrganisation(app.platform);
    const [a, b] = await run(async (ctx) => [await buildCategory(ctx), await buildCategory(ctx)] as const);
    let settled = false;
    const second = await run(async (ctx) => {
      await updateCategory(ctx, { id: a.id, parentId: b.id });
      // Another request, not a part of this transaction: it finishes or waits before this one commits.
      const other = openTransaction.exit(() => run((own) => updateCategory(own, { id: b.id, parentId: a.id })));
      const outcome = other
        .then(
          () => null,
          (error: unknown) => error,
        )
        .finally(() => (settled = true));
      while (!settled && !(await someoneWaits(ctx)));
      return { outcome };
    });
    expect(await second.outcome).toMatchObject({ code: 'category.cycle' });
    expect((await run((ctx) => listCategories(ctx))).items.map((category) => category.parentId).toSorted()).toEqual(
      [b.id, null].toSorted(),
    );
  });

  test("refer only to what is there and one's own", async () => {
    const [mine, theirs] = [await buildOrganisation(app.platform), await buildOrganisation(app.platform)];
    const foreign = await theirs.run((ctx) => buildCategory(ctx));
    const foreignProduct = await theirs.run((ctx) => createProduct(ctx, { kind: 'product', name: { en: 'Meter' } }));
    for (const [given, code] of [
      [{ parentId: foreign.id }, 'category.not-found'],
      [{ unitId: theirs.rootUnitId }, 'unit.not-found'],
      [{ productId: foreignProduct.id }, 'product.not-found'],
    ] as const) {
      await expect(mine.run((ctx) => buildCategory(ctx, given))).rejects.toMatchObject({ code, status: 404 });
      const own = await mine.run((ctx) => buildCategory(ctx));
      await expect(mine.run((ctx) => updateCategory(ctx, { id: own.id, ...given }))).rejects.toMatchObject({ code });
    }
    for (const id of [foreign.id, newId()]) {
      await expect(mine.run((ctx) => categoryOf(ctx, id))).rejects.toMatchObject({ code: 'category.not-found' });
      await expect(mine.run((ctx) => updateCategory(ctx, { id, active: false }))).rejects.toMatchObject({
        code: 'category.not-found',
      });
    }
    await expect(mine.run((ctx) => buildCategory(ctx, { name: { ar: '\u200f' } }))).rejects.toMatchObject({
      faults: [{ field: 'name', code: 'required' }],
    });
    expect(await theirs.run((ctx) => listCategories(ctx))).toEqual({ items: [foreign] });
  });

  test('in the portal nothing is shown under what is hidden or out of use', async () => {
    const { run } = await buildOrganisation(app.platform);
    const [shown, below] = await run(async (ctx) => {
      const top = await buildCategory(ctx, { name: { en: 'Top' } });
      const hidden = await buildCategory(ctx, { inPortal: false });
      const unused = await buildCategory(ctx, { active: false });
      const inner = await buildCategory(ctx, { parentId: hidden.id });
      await buildCategory(ctx, { parentId: inner.id });
      await buildCategory(ctx, { parentId: unused.id });
      return [top, await buildCategory(ctx, { parentId: top.id, kinds: ['complaint'] })] as const;
    });
    const offered = await run((ctx) => portalCategories(ctx), customerActor);
    expect(offered).toEqual([
      { id: shown.id, parentId: null, name: { en: 'Top' }, kinds: [], formId: null },
      { id: below.id, parentId: shown.id, name: below.name, kinds: ['complaint'], formId: null },
    ]);
  });
});

describe('products', () => {
  test('are added, changed where asked, and taken out of use', async () => {
    const { run, organisationId } = await buildOrganisation(app.platform);
    const other = await buildOrganisation(app.platform);
    const made = await run((ctx) => createProduct(ctx, { kind: 'service', name: { fa: 'برق خانگی' } }));
    expect(made).toEqual({
      id: made.id,
      kind: 'service',
      name: { fa: 'برق خانگی' },
      categoryId: null,
      code: null,
      active: true,
    });
    expect(await run((ctx) => updateProduct(ctx, { id: made.id, active: false }))).toEqual({ ...made, active: false });
    await run((ctx) => updateProduct(ctx, { id: made.id, name: { fa: 'برق خانگی' } }));
    expect(await run((ctx) => listProducts(ctx))).toEqual({ items: [{ ...made, active: false }] });
    expect(await other.run((ctx) => listProducts(ctx))).toEqual({ items: [] });
    await expect(other.run((ctx) => updateProduct(ctx, { id: made.id, active: true }))).rejects.toMatchObject({
      code: 'product.not-found',
    });
    expect(await eventsOf(organisationId)).toEqual([
      { type: 'product.created', data: { kind: 'service', categoryId: null } },
      { type: 'product.changed', data: { fields: ['active'] } },
    ]);
  });
});

describe('over HTTP', () => {
  test('everybody reads, service managers and administrators change', async () => {
    const { buildPerson } = await buildOrganisation(app.platform);
    const manager = await signIn(http, await buildPerson({ roles: ['service-manager'], withAccount: true }));
    const observer = await signIn(http, await buildPerson({ roles: ['observer'], withAccount: true }));
    const call = async (
      headers: Record<string, string>,
      method: 'GET' | 'POST' | 'PATCH',
      path: string,
      payload?: object,
    ) => {
      const answer = await http.inject({ method, url: `/api/${path}`, headers, ...(payload ? { payload } : {}) });
      return { status: answer.statusCode, body: answer.json() };
    };
    const product = await call(manager, 'POST', 'products', { kind: 'product', name: { en: 'Meter' } });
    expect(product).toMatchObject({ status: 201, body: { active: true } });
    const category = await call(manager, 'POST', 'categories', { name: { en: 'Faults' }, productId: product.body.id });
    expect(category).toMatchObject({
      status: 201,
      body: { parentId: null, inPortal: true, productId: product.body.id },
    });
    expect(
      await call(manager, 'PATCH', `categories/${category.body.id}`, { parentId: category.body.id }),
    ).toMatchObject({ status: 409, body: { code: 'category.cycle' } });
    expect(await call(manager, 'PATCH', `categories/${category.body.id}`, { inPortal: false })).toMatchObject({
      status: 200,
      body: { inPortal: false, productId: product.body.id },
    });
    expect(await call(observer, 'GET', 'categories')).toMatchObject({
      status: 200,
      body: { items: [{ id: category.body.id }] },
    });
    expect(await call(observer, 'GET', 'products')).toMatchObject({
      status: 200,
      body: { items: [{ id: product.body.id }] },
    });
    expect(await call(observer, 'POST', 'categories', { name: { en: 'X' } })).toMatchObject({ status: 403 });
    expect(await call(observer, 'PATCH', `products/${product.body.id}`, { active: false })).toMatchObject({
      status: 403,
    });
  });
});
