// Product categories: a tree that stays a tree, products in it, and codes that name one product.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createProductCategory } from './create-product-category.ts';
import { createProduct } from './create-product.ts';
import { listProductCategories } from './product-category.ts';
import { productInUse } from './product.ts';
import { updateProductCategory } from './update-product-category.ts';
import { updateProduct } from './update-product.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

test('make a tree that never closes a circle, and are taken out of use', async () => {
  const { run } = await buildOrganisation(app.platform);
  const other = await buildOrganisation(app.platform);
  const top = await run((ctx) => createProductCategory(ctx, { name: { ar: 'أجهزة', fa: 'دستگاه‌ها', en: 'Devices' } }));
  const below = await run((ctx) => createProductCategory(ctx, { name: { en: 'Phones' }, parentId: top.id }));
  await expect(run((ctx) => updateProductCategory(ctx, { id: top.id, parentId: below.id }))).rejects.toMatchObject({
    code: 'product-category.cycle',
  });
  await expect(run((ctx) => updateProductCategory(ctx, { id: top.id, parentId: top.id }))).rejects.toMatchObject({
    code: 'product-category.cycle',
  });
  const retired = await run((ctx) => updateProductCategory(ctx, { id: below.id, active: false }));
  expect(retired).toEqual({ ...below, active: false });
  expect(await run((ctx) => listProductCategories(ctx))).toEqual({ items: [top, retired] });
  expect(await other.run((ctx) => listProductCategories(ctx))).toEqual({ items: [] });
  await expect(
    other.run((ctx) => createProductCategory(ctx, { name: { en: 'X' }, parentId: top.id })),
  ).rejects.toMatchObject({ code: 'product-category.not-found' });
});

test('hold products; a code names one product, in whatever case it is written', async () => {
  const { run } = await buildOrganisation(app.platform);
  const category = await run((ctx) => createProductCategory(ctx, { name: { en: 'Phones' } }));
  const phone = await run((ctx) =>
    createProduct(ctx, { kind: 'product', name: { en: 'Phone' }, categoryId: category.id, code: 'PH-1' }),
  );
  expect(phone).toMatchObject({ categoryId: category.id, code: 'PH-1' });
  const second = await run((ctx) => createProduct(ctx, { kind: 'product', name: { en: 'Second' } }));
  await expect(run((ctx) => updateProduct(ctx, { id: second.id, code: 'ph-1' }))).rejects.toMatchObject({
    code: 'product.code-taken',
  });
  await expect(
    run((ctx) => updateProduct(ctx, { id: second.id, categoryId: '00000000-0000-7000-8000-000000000000' })),
  ).rejects.toMatchObject({ code: 'product-category.not-found' });
  expect(await run((ctx) => updateProduct(ctx, { id: phone.id, categoryId: null, active: false }))).toMatchObject({
    categoryId: null,
    code: 'PH-1',
  });
  await expect(run((ctx) => productInUse(ctx, phone.id))).rejects.toMatchObject({ code: 'product.inactive' });
});
