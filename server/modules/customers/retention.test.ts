// Retention: what nobody asked after for so long is erased by class, counted beforehand; a sign of the customer keeps it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RetentionSettings } from '#contract/customer-record.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildCustomer } from './factory.ts';
import { readCustomer } from './read-customer.ts';
import { recordConsent } from './record-consent.ts';
import { expireValues, previewRetention, updateRetention } from './retention.ts';
import { updateCustomer } from './update-customer.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const none: RetentionSettings = { identity: null, contact: null, demographic: null, place: null, other: null };
const nothing = { expired: 0, last: null };
const system = { kind: 'system', name: 'test' } as const;

test('only the class whose time has come, only of those who were silent', async () => {
  const { run } = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const build = async (): Promise<string> => {
    const { customerId: id } = await run((ctx) => buildCustomer(ctx));
    await run((ctx) =>
      updateCustomer(ctx, { id, nationalId: null, birthDate: '1990-01-01', address: 'A', gender: 'male' }),
    );
    return id;
  };
  const [silent, heard] = [await build(), await build()];
  app.clock.advance(200 * 86_400_000);
  await run((ctx) =>
    recordConsent(ctx, { id: heard, purpose: 'surveys', channel: 'email', given: true, source: 'call' }),
  );
  app.clock.advance(200 * 86_400_000);
  const settings = { ...none, place: 12, contact: 12, demographic: 12 };
  expect(await run((ctx) => previewRetention(ctx, settings))).toEqual({
    identity: 0,
    other: 0,
    place: 1,
    contact: 1,
    demographic: 1,
  });
  expect((await run((ctx) => readCustomer(ctx, silent))).address).toBe('A');
  expect(await run((ctx) => expireValues(ctx, { fieldClass: 'place' }), system)).toEqual(nothing);
  await run((ctx) => updateRetention(ctx, settings));
  await app.platform.jobs.runDue(app.platform);
  for (const one of ['identity', 'place', 'contact', 'demographic'] as const)
    await run((ctx) => expireValues(ctx, { fieldClass: one }), system);
  expect(await run((ctx) => readCustomer(ctx, silent))).toMatchObject({
    address: null,
    contactPoints: [],
    gender: null,
    birthDate: '1990-01-01',
  });
  expect(await run((ctx) => readCustomer(ctx, heard))).toMatchObject({ address: 'A', gender: 'male' });
  // A second night finds nothing: the job comes to an end.
  expect(await run((ctx) => expireValues(ctx, { fieldClass: 'place' }), system)).toEqual(nothing);
  expect(await run((ctx) => expireValues(ctx, { fieldClass: 'demographic' }), system)).toEqual(nothing);
});
