// A dealer's file of a day's sales: read in every encoding and calendar, shown before it is saved, and entered once however often it is sent.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SaleFile, SalesOfFile } from '#contract/purchases.ts';
import { buildOrganisation, signIn, testPassword, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { cancelSale } from './cancel-sale.ts';
import { buildAgeGroup, buildDealer, buildProduct, buildRegions, type BuiltDealer } from './factory.ts';
import { inviteDealerPerson } from './invite-dealer-person.ts';
import { recordSale } from './record-sale.ts';
import { recordSales } from './record-sales.ts';
import { listSales } from './sale.ts';

let app: TestApp;
let http: FastifyInstance;
let office: BuiltOrganisation;
let dealer: BuiltDealer;
let seller: Record<string, string>;
let phoneId: string;
let cityId: string;

beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar', withAccount: true });
  dealer = await buildDealer(office);
  seller = await signInSeller(dealer);
  phoneId = await office.run((ctx) => buildProduct(ctx, 'هاتف', 'P-7'));
  ({ cityId } = await office.run(buildRegions));
  await office.run((ctx) => buildAgeGroup(ctx, '18–24'));
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

async function signInSeller({ dealerId }: BuiltDealer): Promise<Record<string, string>> {
  const email = `${dealerId.slice(-12)}@seller.test`;
  const { sealedLink } = await office.run((ctx) => inviteDealerPerson(ctx, { id: dealerId, name: 'هند', email }));
  const token = app.platform.secrets.decrypt(sealedLink).split('/').at(-1)!;
  await http.inject({
    method: 'POST',
    url: `/api/invitations/by-token/${token}/acceptance`,
    payload: { name: 'هند', password: testPassword },
  });
  return signIn(http, { email, password: testPassword });
}

async function send(content: string | Buffer, name = 'sales.csv', headers = seller) {
  const answer = await http.inject({
    method: 'POST',
    url: '/api/sales/files',
    headers: { ...headers, 'content-type': 'text/csv', 'x-file-name': name },
    payload: content,
  });
  return { status: answer.statusCode, body: answer.json<SaleFile & { code?: string }>() };
}

const look = async (content: string | Buffer): Promise<SaleFile> => (await send(content)).body;
const fine = ({ rows }: SaleFile): SalesOfFile => ({
  rows: rows.flatMap(({ row, state, sale }) => (state === 'fine' && sale ? [{ row, sale }] : [])),
});
const enter = (rows: SalesOfFile, who = dealer) => office.run((ctx) => recordSales(ctx, rows), who.actor);
const states = ({ rows }: { rows: readonly { state: string }[] }) => rows.map(({ state }) => state);
const sales = async (who = dealer) =>
  (await office.run((ctx) => listSales(ctx, { limit: 100 }), who.actor)).items.filter((one) => !one.cancellation);

/** Windows-1256, as far as the tests write it. */
function windows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
  return Buffer.from([...text].map((letter) => bytes.get(letter)!));
}

const heads = 'تاريخ البيع,هاتف المشتري,اسم المشتري,المنتج أو رمزه';

test('the same rows are read in every encoding, in all digits and calendars', async () => {
  const text = `${heads}\r\n٢٠٢٦-١١-٢٠,٠٥٠٧٧٧٠٠٠١,سارة الحربي,هاتف\r\n2026-11-21,0507770002,منى,p-7\r\n`;
  const wanted = [
    { boughtOn: '2026-11-20', productId: phoneId, buyer: { name: 'سارة الحربي', phone: '+966507770001' } },
    { boughtOn: '2026-11-21', productId: phoneId, buyer: { name: 'منى', phone: '+966507770002' } },
  ];
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()]) {
    const file = await look(bytes);
    expect(file).toMatchObject({ name: 'sales.csv', missing: [], rows: [{ row: 2 }, { row: 3 }] });
    expect(file.rows.map(({ sale }) => sale)).toMatchObject(wanted);
  }
  // Windows-1256 has no Arabic digits.
  const old = await look(windows1256(text.replace('٢٠٢٦-١١-٢٠,٠٥٠٧٧٧٠٠٠١', '2026-11-20,0507770001')));
  expect(old.rows.map(({ sale }) => sale)).toMatchObject(wanted);
  const hijri = await look(`${heads}\n١٤٤٨/٠٦/١٠,0507770001,سارة,هاتف\n١٤٤٨/٠٦/١١,0507770002,منى,هاتف\n`);
  expect(hijri.rows.map(({ sale }) => sale?.boughtOn)).toEqual(['2026-11-20', '2026-11-21']);
  const solar = await look('تاریخ فروش;نام خریدار;محصول\n۱۴۰۵/۰۸/۲۹;مینا;هاتف\n۱۴۰۵/۰۸/۳۰;سارا;هاتف\n');
  expect(solar.rows.map(({ sale }) => sale?.boughtOn)).toEqual(['2026-11-20', '2026-11-21']);
  // Of 1405 both calendars have this day: that of the shop is the one that has just been.
  const either = await look('تاریخ فروش;نام خریدار;محصول\n۱۴۰۵/۰۸/۲۸;مینا;هاتف\n');
  expect(either.rows.map(({ sale }) => sale?.boughtOn)).toEqual(['2026-11-19']);
  // Nothing was saved by looking.
  expect(await sales()).toEqual([]);
});

test('each fault is named by row, field and rule; a file without its columns says which', async () => {
  const file = await look(
    [
      'Date of sale,Phone,Name,Product,Branch or place,Gender,Age group,Province or city,Person or company,Consent: surveys',
      '2026-11-20,0507771001,Sara,P-7,Olaya,woman,18–24,الخرج,,yes',
      '2026-11-20,12,,Television,,,,Atlantis,,perhaps',
      '2030-01-01,0507771002,Noura,P-7,,,,,,',
      '31/31/2026,0507771003,Maha,P-7,,x,,,,',
      ',0507771004,Firm,P-7,,male,,,company,',
      '2026-11-20,0507771005,"=cmd|calc",P-7,,,,,,',
    ].join('\n'),
  );
  const faults = file.rows.map((row) => row.faults.map(({ field, code }) => `${field} ${code}`));
  expect(faults).toEqual([
    [],
    [
      'name required',
      'phone phone-invalid',
      'region region-unknown',
      'product product-unknown',
      'surveys yes-no-invalid',
    ],
    ['boughtOn date-in-future'],
    [expect.stringMatching(/^boughtOn date-/)],
    ['boughtOn required', 'gender only-person'],
    [],
  ]);
  expect(states(file)).toEqual(['fine', 'refused', 'refused', 'refused', 'refused', 'fine']);
  expect(file.rows[0]!.sale).toMatchObject({
    place: 'Olaya',
    buyer: { gender: 'female', regionId: cityId, ageGroupId: expect.any(String) },
    // What the file does not say was not asked.
    consents: { surveys: true },
  });
  expect(Object.keys(file.rows[0]!.sale!.consents!)).toEqual(['surveys']);

  const bare = await look('Name,Amount\nSara,12\nMona,7\n');
  expect(bare).toMatchObject({ missing: ['boughtOn', 'product'], columns: [{ field: 'name' }, { field: null }] });
  expect(fine(bare).rows).toEqual([]);
});

test('the same file twice, the same row twice, and a sale of the form before it give one sale', async () => {
  const shop = await buildDealer(office, 'متجر الملفات');
  const headers = await signInSeller(shop);
  const file = [
    'Date of sale,Phone of the buyer,Name of the buyer,Product,Number of the receipt',
    '2026-11-22,0507772001,Sara,P-7,',
    '2026-11-22,٠٥٠٧٧٧٢٠٠١,Sara once more,P-7,',
    '2026-11-22,,Nobody knows her phone,P-7,',
    '2026-11-22,0507772002,Mona,P-7,R-1',
    '2026-11-22,0507772002,Mona,P-7,R-2',
    '2026-11-22,0507772003,Entered at the till,P-7,R-9',
  ].join('\n');
  await office.run(
    (ctx) =>
      recordSale(ctx, {
        buyer: { kind: 'person', name: 'At the till', phone: '0507772003' },
        productId: phoneId,
        boughtOn: '2026-11-22',
      }),
    shop.actor,
  );
  const first = (await send(file, 'day.csv', headers)).body;
  expect(states(first)).toEqual(['fine', 'there', 'fine', 'fine', 'fine', 'there']);
  expect(first.rows[1]!.faults).toEqual([{ field: 'row', code: 'sale-twice-in-file', params: { row: 2 } }]);
  expect(first.rows[5]!.faults).toEqual([{ field: 'row', code: 'sale-there' }]);
  expect(states(await enter(fine(first), shop))).toEqual(['entered', 'entered', 'entered', 'entered']);
  expect(await sales(shop)).toHaveLength(5);
  // The rows again, as after a connection that broke before the answer; twice at once; and in one batch twice.
  expect(states(await enter(fine(first), shop))).toEqual(['there', 'there', 'there', 'there']);
  const fresh: SalesOfFile = {
    rows: [{ row: 2, sale: { ...fine(first).rows[1]!.sale, buyer: { kind: 'person', name: 'A new name' } } }],
  };
  const atOnce = await Promise.all(Array.from({ length: 6 }, () => enter(fresh, shop)));
  expect(atOnce.flatMap(states).toSorted()).toEqual(['entered', ...Array<string>(5).fill('there')]);
  const twice = { rows: [...fresh.rows, ...fresh.rows].map((row, at) => ({ ...row, row: at })) };
  expect(states(await enter(twice, shop))).toEqual(['there', 'there']);
  expect(states((await send(file, 'day.csv', headers)).body)).toEqual(Array(6).fill('there'));
  expect(await sales(shop)).toHaveLength(6);
  // Nor does the file bring back what was taken back.
  const [last] = await sales(shop);
  await office.run((ctx) => cancelSale(ctx, last!.id), shop.actor);
  const again = await enter(fresh, shop);
  expect(again.rows).toMatchObject([{ state: 'there', faults: [{ code: 'sale-cancelled' }] }]);
  expect(await sales(shop)).toHaveLength(5);
});

test('a row that cannot be entered is refused alone, and leaves nothing behind', async () => {
  const shop = await buildDealer(office, 'متجر الصفوف');
  const sale = { productId: phoneId, boughtOn: '2026-11-22' };
  const answer = await enter(
    {
      rows: [
        { row: 2, sale: { ...sale, buyer: { kind: 'person', name: 'Good', phone: '0507773001' }, consents: {} } },
        {
          row: 3,
          sale: { ...sale, buyer: { kind: 'person', name: 'Bad', phone: '0507773002' }, boughtOn: '2027-01-01' },
        },
        { row: 4, sale: { ...sale, buyer: { kind: 'person', name: 'Bad', phone: '1' } } },
        { row: 5, sale: { ...sale, productId: office.organisationId, buyer: { kind: 'person', name: 'Bad' } } },
        { row: 6, sale: { ...sale, buyer: { kind: 'person', name: 'Good too', phone: '0507773003' } } },
      ],
    },
    shop,
  );
  expect(answer.rows).toMatchObject([
    { row: 2, state: 'entered' },
    { row: 3, state: 'refused', faults: [{ field: 'boughtOn', code: 'in-the-future' }] },
    { row: 4, state: 'refused', faults: [{ field: 'phone', code: 'phone-invalid' }] },
    { row: 5, state: 'refused', faults: [{ field: 'product', code: 'product-unknown' }] },
    { row: 6, state: 'entered' },
  ]);
  expect((await sales(shop)).map(({ buyer }) => buyer.name)).toEqual(['Good too', 'Good']);
  const { rows } = await app.platform.connection.pool.query(
    `select (select count(*)::int from dealer_buyers where organisation_id = $1 and dealer_id = $2) as buyers,
            (select count(*)::int from events where organisation_id = $1 and type = 'purchase.recorded' and data ->> 'dealerId' = $2::text) as events,
            (select count(*)::int from consents where organisation_id = $1) as consents`,
    [office.organisationId, shop.dealerId],
  );
  expect(rows).toEqual([{ buyers: 2, events: 2, consents: 0 }]);
});

test('too many rows, no rows, a picture and a stranger are refused', async () => {
  const many = `${heads}\n${'2026-11-22,,سارة,هاتف\n'.repeat(2_001)}`;
  expect(await send(many)).toMatchObject({ status: 422, body: { code: 'import.too-many-rows' } });
  expect(await send(heads)).toMatchObject({ status: 422, body: { code: 'import.no-rows' } });
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  );
  expect(await send(picture)).toMatchObject({ status: 415, body: { code: 'import.format-refused' } });
  const administrator = await signIn(http, office.administrator);
  expect((await send(`${heads}\n`, 'sales.csv', administrator)).status).toBe(403);
});
