// A customer is erased: rows of files that name them go too, in any spelling; rows of others, numbers and reasons stay.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCustomer } from '#modules/customers/factory.ts';
import { removeContactPoint } from '#modules/customers/remove-contact-point.ts';
import { eraseCustomer } from '#modules/customers/erase-customer.ts';
import { updateCustomer } from '#modules/customers/update-customer.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildImport } from './factory.ts';
import { readImport, requireImport } from './import-record.ts';
import { runImportJob } from './run-import.ts';
import { checkImport, startImport } from './start-import.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

test('by phone, e-mail and id, of now and of before; nothing of anybody else', async () => {
  const org = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const stranger = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const { customerId, contactPoints } = await org.run((ctx) =>
    buildCustomer(ctx, { name: 'Erased Person', email: 'gone@example.com', phone: '0501234567' }),
  );
  await org.run((ctx) => updateCustomer(ctx, { id: customerId, externalId: '12' }));
  const phone = contactPoints.find((point) => point.channel === 'phone')!;
  await org.run((ctx) => removeContactPoint(ctx, { id: customerId, contactPointId: phone.id }));
  const csv = [
    'name,id,email,phone,birth date,address',
    'By phone,K-1,,٠٥٠ ١٢٣ ٤٥٦٧,no date,',
    'By e-mail,K-2,x@example.com,,no date,write to GONE@example.com',
    'By id,١٢,,,no date,',
    'Another,K-4,other@example.com,0559876543,no date,12',
  ].join('\n');
  const ids: string[] = [];
  for (const one of [org, stranger]) {
    const { id } = await buildImport({ platform: app.platform, run: one.run }, csv);
    ids.push(id);
    for (const begin of [checkImport, startImport]) {
      await one.run((ctx) => begin(ctx, { id }));
      const { run } = await one.run((ctx) => requireImport(ctx, id));
      await runImportJob.handle(app.platform, { organisationId: one.organisationId, importId: id, run });
    }
  }
  const filesOf = async (organisationId: string): Promise<number> => {
    const kept = await app.platform.connection.pool.query('select from files where organisation_id = $1', [
      organisationId,
    ]);
    return kept.rowCount ?? 0;
  };
  expect(await filesOf(org.organisationId)).toBe(1);
  await org.run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: 'Erased Person' }));
  // The file itself names them too, and nobody needs it any more.
  await app.platform.jobs.runDue(app.platform);
  expect([await filesOf(org.organisationId), await filesOf(stranger.organisationId)]).toEqual([0, 1]);

  const { rows } = await app.platform.connection.pool.query(
    `select row_number, trial, cells, faults from import_faults where organisation_id = $1 order by trial, row_number`,
    [org.organisationId],
  );
  expect(rows.map((row) => [row.row_number, row.cells.length > 0])).toEqual([
    [2, false], [3, false], [4, false], [5, true],
    [2, false], [3, false], [4, false], [5, true],
  ]); // prettier-ignore
  const seen = await org.run((ctx) => readImport(ctx, ids[0]!));
  expect(seen.counts).toMatchObject({ done: 4, refused: 4 });
  expect(seen.firstFaults.every(({ faults }) => faults[0]?.field === 'birthDate')).toBe(true);
  expect(JSON.stringify(seen)).not.toMatch(/gone@example|٤٥٦٧|By phone/i);
  expect(JSON.stringify(seen)).toContain('other@example.com');
  expect(JSON.stringify(await stranger.run((ctx) => readImport(ctx, ids[1]!)))).toContain('By phone');
});
