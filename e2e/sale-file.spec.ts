// A dealer enters the sales of a day from a file on a phone: faults are shown first, corrected and sent again, nothing is entered twice; a wrong one is taken back.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { toDigits } from '#kernel/digits.ts';
import { saleFileColumns } from '#kernel/sale-file-columns.ts';
import { hireAdministrator, pageAs, type Colleague } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf } from './world/page-checks.ts';
import { openShop, type Shop } from './world/shop.ts';
import { appWords } from './world/words.ts';

type Cast = Shop & { administrator: string; buyers: [string, string, string]; phones: string; reason: string };

const casts: Record<'ar' | 'fa', Cast> = {
  ar: {
    administrator: 'رغد السالم',
    dealer: 'مؤسسة الشروق',
    seller: 'جود العنزي',
    product: 'مكيف هواء',
    category: 'مكيفات',
    buyers: ['شهد الغامدي', 'وعد الزهراني', 'ريماس العمري'],
    phones: '05073',
    reason: 'سُجّل لمشترٍ آخر',
  },
  fa: {
    administrator: 'ریحانه سالمی',
    dealer: 'فروشگاه طلوع',
    seller: 'جوانه عزیزی',
    product: 'کولر آبی',
    category: 'کولرها',
    buyers: ['شادی غفاری', 'وفا زارعی', 'ریما عمرانی'],
    phones: '05074',
    reason: 'برای خریدار دیگری ثبت شد',
  },
};

for (const language of ['ar', 'fa'] as const) {
  test(`a dealer enters a file of sales and takes one back (${language})`, async ({ browser }) => {
    // Two people, one of them on a phone, and five files.
    test.setTimeout(240_000);
    const cast = casts[language];
    const administrator = await hireAdministrator(language, cast.administrator);
    const { seller } = await openShop(administrator, cast, language, 'file-seller');
    const page = await pageAs(browser, seller, language);
    await page.setViewportSize({ width: 360, height: 740 });
    await test.step('the empty file has the columns', () => takeTemplate(page, language));
    const refused = await test.step('what is fine is entered', () => enterFile(page, cast, language));
    await test.step('the refused row is corrected', () => correct(page, cast, language, refused));
    await test.step('the whole file once more enters nothing', () => sendAgain(page, cast, language));
    await test.step('a wrong sale is taken back', () => takeBack(page, cast, language));
    await page.context().close();
    await test.step('staff see it, and take another back', () => staffTakeBack(browser, administrator, cast, language));
  });
}

const dayBefore = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Yesterday, as it is written in the country: in its calendar and digits. */
function yesterday(language: 'ar' | 'fa'): string {
  const date = fromIsoDate(dayBefore(), language === 'ar' ? 'islamic-umalqura' : 'persian');
  const text = [date.year, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('/');
  return toDigits(text, language === 'ar' ? 'arab' : 'arabext');
}

/** The last two rows: a product that nobody knows, and the first row once more. */
function fileOf(cast: Cast, language: 'ar' | 'fa'): string {
  const name = (key: string) => saleFileColumns.find((column) => column.key === key)!.names[language];
  const heads = ['boughtOn', 'phone', 'name', 'product', 'marketing'].map(name);
  const row = (at: 0 | 1 | 2, product: string) =>
    [yesterday(language), `${cast.phones}0000${at}`, cast.buyers[at], product, ''].join(',');
  return [heads.join(','), row(0, cast.product), row(1, cast.product), row(2, 'TV-0'), row(0, cast.product)].join(
    '\r\n',
  );
}

async function send(page: Page, language: 'ar' | 'fa', content: string | Buffer): Promise<void> {
  const { say } = appWords(language);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('sale.file.choose'), exact: true }).click();
  await (await choosing).setFiles({ name: 'day.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page.getByRole('heading', { name: 'day.csv' })).toBeVisible();
}

const count = (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('xpath=..')
    .getByRole('definition');

async function takeTemplate(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  await page.goto('/sales');
  await page
    .getByRole('button', { name: say('sale.file') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: say('sale.file') })).toBeVisible();
  expect(await sidewaysOf(page)).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: say('sale.file.template') }).click();
  const file = readFileSync(await (await saving).path(), 'utf8');
  expect(file).toBe(`\ufeff${saleFileColumns.map(({ names }) => names[language]).join(',')}`);
}

async function enterFile(page: Page, cast: Cast, language: 'ar' | 'fa'): Promise<string> {
  const { say, within } = appWords(language);
  await send(page, language, Buffer.from(`\ufeff${fileOf(cast, language)}`, 'utf16le'));
  await expect(page.getByText(say('sale.file.not-saved'))).toBeVisible();
  await expect(count(page, say('sale.file.count.fine'))).toHaveText(/^[2٢۲]$/);
  await expect(count(page, say('sale.file.count.there'))).toHaveText(/^[1١۱]$/);
  await expect(count(page, say('sale.file.count.refused'))).toHaveText(/^[1١۱]$/);
  const faults = page.getByRole('list', { name: say('sale.file.first-faults') });
  await expect(faults.getByRole('listitem')).toHaveText([
    within('field.product-unknown'),
    within('field.sale-twice-in-file', { row: '2' }),
  ]);
  expect(await sidewaysOf(page)).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  // The connection breaks: what was sent stays, and it goes on.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: say('sale.file.enter') }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('sale.file.kept') })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: say('sale.file.enter') }).click();
  await expect(page.getByRole('status').filter({ hasText: say('sale.file.entered') })).toBeVisible();
  await expect(count(page, say('sale.file.count.entered'))).toHaveText(/^[2٢۲]$/);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: say('sale.file.save-refused') }).click();
  const file = readFileSync(await (await saving).path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(2);
  expect(file).toContain(say('field.product-unknown'));
  return file;
}

async function correct(page: Page, cast: Cast, language: 'ar' | 'fa', refused: string): Promise<void> {
  const { say } = appWords(language);
  await page.getByRole('button', { name: say('sale.file.another') }).click();
  await send(page, language, refused.replace('TV-0', cast.product));
  await expect(count(page, say('sale.file.count.fine'))).toHaveText(/^[1١۱]$/);
  await page.getByRole('button', { name: say('sale.file.enter') }).click();
  await expect(page.getByRole('status').filter({ hasText: say('sale.file.entered') })).toBeVisible();
}

async function sendAgain(page: Page, cast: Cast, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  await page.getByRole('button', { name: say('sale.file.another') }).click();
  await send(page, language, fileOf(cast, language));
  await expect(count(page, say('sale.file.count.there'))).toHaveText(/^[3٣۳]$/);
  await expect(page.getByRole('button', { name: say('sale.file.enter') })).toHaveCount(0);
  await page.goto('/sales');
  const table = page.getByRole('table', { name: say('sale.list') });
  for (const buyer of cast.buyers) await expect(table.getByText(buyer)).toHaveCount(1);
  // The days were read in the calendar they were written in.
  const { items } = (await (await page.request.get('/api/sales')).json()) as { items: { boughtOn: string }[] };
  expect(items.map(({ boughtOn }) => boughtOn)).toEqual(Array<string>(3).fill(dayBefore()));
}

async function takeBack(page: Page, cast: Cast, language: 'ar' | 'fa'): Promise<void> {
  const { say, like } = appWords(language);
  const row = page
    .getByRole('table', { name: say('sale.list') })
    .getByRole('row')
    .filter({ hasText: cast.buyers[0] });
  await row.getByRole('button', { name: like('sale.cancel-of', { name: cast.buyers[0] }) }).click();
  const dialog = page.getByRole('dialog', { name: say('sale.cancel') });
  await expect(dialog.getByText(say('sale.cancel-means'))).toBeVisible();
  await dialog.getByRole('button', { name: say('sale.cancel'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row.getByText(say('sale.cancelled.dealer'), { exact: true })).toBeVisible();
  expect(await sidewaysOf(page)).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
}

async function staffTakeBack(
  browser: Browser,
  administrator: Colleague,
  cast: Cast,
  language: 'ar' | 'fa',
): Promise<void> {
  const { say, like } = appWords(language);
  const page = await pageAs(browser, administrator, language);
  await page.goto(`/dealers?q=${encodeURIComponent(cast.dealer)}`);
  await page.getByRole('button', { name: cast.dealer }).click();
  const lines = page.getByRole('listitem');
  await expect(lines.filter({ hasText: cast.buyers[0] })).toContainText(say('purchase.cancelled'));
  await lines
    .filter({ hasText: cast.buyers[1] })
    .getByRole('button', { name: like('purchase.cancel-of', { product: cast.product }) })
    .click();
  const dialog = page.getByRole('dialog', { name: say('purchase.cancel') });
  await dialog.getByRole('textbox', { name: say('purchase.cancel-reason') }).fill(cast.reason);
  await dialog.getByRole('button', { name: say('purchase.cancel'), exact: true }).click();
  await expect(lines.filter({ hasText: cast.buyers[1] })).toContainText(cast.reason);
  // On the customer's timeline it stands as recorded and as taken back.
  await lines.filter({ hasText: cast.buyers[1] }).getByRole('link').click();
  await expect(page.getByText(say('customer.event.purchase.cancelled')).first()).toBeVisible();
  await page.context().close();
}
