// An import from its file to its records: what a trial run says, what a run writes, how it stops, goes on and is corrected.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { text } from 'node:stream/consumers';
import { buildCustomer } from '#modules/customers/factory.ts';
import { customerImporter } from '#modules/customers/importer.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { openTransaction } from '#platform/db/connect.ts';
import type { Importer } from '#platform/importer.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { cancelImport } from './cancel-import.ts';
import { changeMapping } from './change-mapping.ts';
import { buildImport } from './factory.ts';
import { readImport, requireImport } from './import-record.ts';
import { listImports } from './list-imports.ts';
import { refusedFile } from './refused-file.ts';
import { runImportJob } from './run-import.ts';
import { checkImport, resumeImport, startImport } from './start-import.ts';
import type { Import } from '#contract/imports.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });

/** What the worker would do with the job of the import as it is now. */
async function work(org: BuiltOrganisation, id: string): Promise<void> {
  const { run } = await org.run((ctx) => requireImport(ctx, id));
  await runImportJob.handle(app.platform, { organisationId: org.organisationId, importId: id, run });
}

async function checked(org: BuiltOrganisation, csv: string, name = 'customers.csv'): Promise<Import> {
  const { id } = await buildImport({ platform: app.platform, run: org.run }, csv, { name });
  await org.run((ctx) => checkImport(ctx, { id }));
  await work(org, id);
  return org.run((ctx) => readImport(ctx, id));
}

async function finished(org: BuiltOrganisation, csv: string): Promise<Import> {
  const { id } = await checked(org, csv);
  await org.run((ctx) => startImport(ctx, { id }));
  await work(org, id);
  return org.run((ctx) => readImport(ctx, id));
}

async function customersOf(organisationId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select name, external_id, birth_date, stage from customers where organisation_id = $1 order by external_id, name`,
    [organisationId],
  );
  return rows;
}

const arabicFile = [
  'الاسم,رقم العميل,رقم الجوال,البريد الإلكتروني,تاريخ الميلاد,المرحلة',
  'سارة الحربي,A-1,٠٥٠١٢٣٤٥٦٧,sara@example.com,١٤١٠/٠٥/١٠,محتمل',
  'فهد العتيبي,A-2,0507654321,not-an-address,1412/13/01,حالي',
  'نورة القحطاني,A-1,0501112222,noura@example.com,1415/01/01,سابق',
  'ليلى الزهراني,A-4,,,,',
].join('\r\n');

describe('a trial run', () => {
  test('recognises the columns by their words and says what would happen, and writes nothing', async () => {
    const org = await saudi();
    const made = await checked(org, arabicFile);
    expect(made.columns.map((column) => [column.field, column.dates])).toEqual([
      ['name', null],
      ['externalId', null],
      ['phone', null],
      ['email', null],
      ['birthDate', 'islamic-umalqura'],
      ['stage', null],
    ]);
    expect(made).toMatchObject({
      state: 'checked',
      matchBy: 'externalId',
      rowCount: 4,
      check: { done: 4, created: 2, changed: 0, unchanged: 0, refused: 2, warned: 0 },
      reading: { encoding: 'utf-8', delimiter: ',', headerRow: 1 },
    });
    expect(made.firstFaults).toMatchObject([
      {
        row: 3,
        values: { name: 'فهد العتيبي' },
        faults: [{ field: 'birthDate', code: 'date-month-out-of-range' }],
      },
      { row: 4, faults: [{ field: 'externalId', code: 'twice-in-file', params: { row: 2 } }] },
    ]);
    expect(await customersOf(org.organisationId)).toEqual([]);
  });

  test('a column may be left out or mean something else, and then the trial run is forgotten', async () => {
    const org = await saudi();
    const made = await checked(org, arabicFile);
    const columns = [
      { index: 0, field: 'name' },
      { index: 2, field: 'phone' },
    ];
    const changed = await org.run((ctx) =>
      changeMapping(ctx, { id: made.id, columns, matchBy: 'phone', emptyCells: 'keep' }),
    );
    expect(changed).toMatchObject({ state: 'described', check: null, rowCount: null });
    await expect(org.run((ctx) => startImport(ctx, { id: made.id }))).rejects.toMatchObject({
      code: 'import.wrong-state',
    });
    const refuse = (input: Partial<Parameters<typeof changeMapping>[1]>) =>
      expect(
        org.run((ctx) => changeMapping(ctx, { id: made.id, columns, matchBy: 'phone', emptyCells: 'keep', ...input })),
      ).rejects;
    await refuse({ columns: [] }).toMatchObject({ code: 'import.nothing-mapped' });
    await refuse({ matchBy: 'email' }).toMatchObject({ code: 'import.match-field-missing' });
    await refuse({ columns: [...columns, { index: 3, field: 'phone' }] }).toMatchObject({ code: 'import.field-twice' });
    await refuse({ columns: [{ index: 2, field: 'phone' }], matchBy: null }).toMatchObject({
      code: 'import.required-missing',
    });
  });
});

describe('a run', () => {
  test('writes what the trial run promised, once', async () => {
    const org = await saudi();
    const first = await finished(org, arabicFile);
    expect(first).toMatchObject({
      state: 'finished',
      counts: { done: 4, created: 2, changed: 0, unchanged: 0, refused: 2, warned: 0 },
    });
    expect(await customersOf(org.organisationId)).toEqual([
      { name: 'سارة الحربي', external_id: 'A-1', birth_date: '1989-12-09', stage: 'prospective' },
      { name: 'ليلى الزهراني', external_id: 'A-4', birth_date: null, stage: 'current' },
    ]);
    expect(await finished(org, arabicFile)).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 2 } });
  });

  test('changes whom it finds; empty cells leave or empty, as was chosen', async () => {
    const org = await saudi();
    await finished(org, arabicFile);
    const file = 'id,name,stage,date of birth\nA-1,سارة الحربي,حالي,\nA-4,ليلى الزهراني,حالي,1420-01-01';
    for (const [emptyCells, birthDate] of [
      ['keep', '1989-12-09'],
      ['clear', null],
    ] as const) {
      const made = await buildImport({ platform: app.platform, run: org.run }, file);
      const columns = made.columns.map(({ index, field, dates }) => ({ index, field, dates }));
      await org.run((ctx) => changeMapping(ctx, { id: made.id, columns, matchBy: 'externalId', emptyCells }));
      await org.run((ctx) => checkImport(ctx, made));
      await work(org, made.id);
      await org.run((ctx) => startImport(ctx, made));
      await work(org, made.id);
      expect((await customersOf(org.organisationId))[0]).toMatchObject({ stage: 'current', birth_date: birthDate });
    }
  });

  test('says what it left out of a row that it wrote', async () => {
    const org = await saudi();
    await org.run((ctx) => buildCustomer(ctx, { name: 'عائلة', phone: '0501112222' }));
    const made = await finished(org, 'id,name,phone\nB-1,هند,0501112222');
    expect(made).toMatchObject({ counts: { created: 1, refused: 0, warned: 1 } });
    expect(made.firstFaults).toMatchObject([{ row: 2, refused: false, faults: [{ code: 'address-taken' }] }]);
  });

  test('stops between batches, keeps what it wrote and goes on behind it', async () => {
    const org = await saudi();
    const rows = Array.from({ length: 5_000 }, (_, index) => `C-${index},عميل ${index}`);
    const { id } = await checked(org, ['id,name', ...rows].join('\n'));
    const started = await org.run((ctx) => startImport(ctx, { id }));
    const { run } = await org.run((ctx) => requireImport(ctx, started.id));
    // The header is a row of the first batch. Somebody presses while the second batch is being written.
    let batches = 0;
    const importer: Importer = {
      ...customerImporter,
      async prepareRows(ctx, rows, options) {
        const write = await customerImporter.prepareRows(ctx, rows, options);
        return async (writing) => {
          batches += 1;
          if (batches === 2) await openTransaction.exit(() => org.run((own) => cancelImport(own, { id })));
          return write(writing);
        };
      },
    };
    const platform = { ...app.platform, modules: [{ name: 'customers', importers: [importer] }] };
    await runImportJob.handle(platform, { organisationId: org.organisationId, importId: id, run });
    expect(batches).toBe(2);
    expect(await org.run((ctx) => readImport(ctx, id))).toMatchObject({
      state: 'cancelled',
      counts: { done: 1_999, created: 1_999 },
    });
    expect(await customersOf(org.organisationId)).toHaveLength(1_999);
    // The job that was sent for the run that was stopped finds nothing to do.
    await app.platform.jobs.runDue(app.platform);
    expect(await customersOf(org.organisationId)).toHaveLength(1_999);
    await org.run((ctx) => resumeImport(ctx, { id }));
    await app.platform.jobs.runDue(app.platform);
    expect(await org.run((ctx) => readImport(ctx, id))).toMatchObject({
      state: 'finished',
      counts: { done: 5_000, created: 5_000 },
    });
    expect(await customersOf(org.organisationId)).toHaveLength(5_000);
  });
});

test('the file of refused rows, corrected, can be imported: its columns are known again', async () => {
  const org = await saudi();
  const { id } = await finished(org, arabicFile);
  const record = await org.run((ctx) => requireImport(ctx, id));
  const csv = await text(
    refusedFile(record, {
      format: 'csv',
      language: 'ar',
      names: new Map([['birthDate', 'تاريخ الميلاد']]),
      read: org.run,
    }),
  );
  expect(csv.split('\r\n')).toEqual([
    '\ufeffالاسم,رقم العميل,رقم الجوال,البريد الإلكتروني,تاريخ الميلاد,المرحلة,الصف,سبب الرفض',
    'فهد العتيبي,A-2,0507654321,not-an-address,1412/13/01,حالي,3,تاريخ الميلاد: لا يوجد شهر بهذا الرقم',
    'نورة القحطاني,A-1,0501112222,noura@example.com,1415/01/01,سابق,4,externalId: القيمة نفسها موجودة في الصف 2 من هذا الملف'.replace(
      'externalId: ',
      '',
    ),
    '',
  ]);
  const corrected = csv
    .replace('not-an-address', 'fahd@example.com')
    .replace('1412/13/01', '1412/12/01')
    .replace('القحطاني,A-1', 'القحطاني,A-3');
  const again = await finished(org, corrected);
  expect(again).toMatchObject({ counts: { done: 2, created: 2, refused: 0 } });
  expect((await customersOf(org.organisationId)).map((one) => one['external_id'])).toEqual([
    'A-1',
    'A-2',
    'A-3',
    'A-4',
  ]);
});

test('an import is seen by those who may import, in its own organisation', async () => {
  const [org, other] = [await saudi(), await saudi()];
  const { id } = await checked(org, arabicFile);
  expect((await org.run((ctx) => listImports(ctx, { limit: 10 }))).items).toMatchObject([
    { id, fileName: 'customers.csv', createdBy: { name: 'Administrator' } },
  ]);
  expect((await other.run((ctx) => listImports(ctx, { limit: 10 }))).items).toEqual([]);
  await expect(other.run((ctx) => readImport(ctx, id))).rejects.toMatchObject({ code: 'import.not-found' });
});

test('after thirty days file, samples and refused rows are gone; the counts stay', async () => {
  const org = await saudi();
  const { id } = await finished(org, arabicFile);
  const { file_id } = await org.run((ctx) => requireImport(ctx, id));
  app.clock.advance(31 * 86_400_000);
  await app.platform.jobs.runOnce(app.platform, 'import.forget-files');
  const after = await org.run((ctx) => readImport(ctx, id));
  expect(after).toMatchObject({ keptUntil: null, preview: [], firstFaults: [], counts: { created: 2, refused: 2 } });
  expect(after.columns.flatMap((column) => column.samples)).toEqual([]);
  await expect(app.platform.files.read(file_id!)).rejects.toMatchObject({ code: 'ENOENT' });
});
