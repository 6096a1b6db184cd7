// A dealer enters a buyer on a phone, also without a connection; the statistics of existing customers are read, filtered and saved.
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { choose } from './world/fields.ts';
import { apiAs, hireAdministrator, pageAs, post, type Colleague } from './world/office.ts';
import { sidewaysOf } from './world/page-checks.ts';
import { openShop } from './world/shop.ts';
import { appWords } from './world/words.ts';

type Cast = {
  administrator: string;
  dealer: string;
  seller: string;
  product: string;
  category: string;
  buyer: string;
  phones: string;
};

const casts: Record<'ar' | 'fa', Cast> = {
  ar: {
    administrator: 'ليان الحسن',
    dealer: 'مؤسسة البدر',
    seller: 'هند العامري',
    product: 'مضخة ماء',
    category: 'مضخات',
    buyer: 'سارة الحربي',
    phones: '05071',
  },
  fa: {
    administrator: 'لیلا حسنی',
    dealer: 'فروشگاه بدر',
    seller: 'هدیه رستگار',
    product: 'پمپ آب',
    category: 'پمپ‌ها',
    buyer: 'سارا کریمی',
    phones: '05072',
  },
};

for (const language of ['ar', 'fa'] as const) {
  test(`a dealer enters a buyer, and statistics count it (${language})`, async ({ browser }) => {
    // Two people, forty sales and three windows.
    test.setTimeout(300_000);
    const cast = casts[language];
    const administrator = await hireAdministrator(language, cast.administrator);
    const { seller, productId } = await test.step('a dealer and its seller are there', () =>
      openShop(administrator, cast, language, 'seller'));
    await test.step('the seller enters a buyer at 360 px', () => sell(browser, seller, cast, language));
    await test.step('nineteen more buyers come by the API', () => sellMany(seller, cast, productId));
    await test.step('the statistics are read, filtered and saved', () =>
      readStatistics(browser, administrator, cast, language));
  });
}

async function sell(browser: Browser, seller: Colleague, cast: Cast, language: 'ar' | 'fa'): Promise<void> {
  const { say, within } = appWords(language);
  const page = await pageAs(browser, seller, language);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: say('sale.enter') })).toBeVisible();
  expect(await sidewaysOf(page)).toBe(0);

  await page.getByRole('textbox', { name: say('sale.phone') }).fill(`${cast.phones}00000`);
  await page.getByRole('textbox', { name: say('sale.name') }).fill(cast.buyer);
  await choose(page, say('purchase.product'), cast.product);
  await page.getByText(say('sale.gender.female'), { exact: true }).click();
  await page.getByRole('checkbox', { name: say('sale.consent.service-messages') }).check();
  // What is typed outlives the page.
  await page.reload();
  await expect(page.getByRole('textbox', { name: say('sale.name') })).toHaveValue(cast.buyer);
  await page.getByRole('button', { name: say('sale.save') }).click();
  await expect(page.getByRole('status').filter({ hasText: say('sale.entered') })).toBeVisible();

  await page.getByRole('button', { name: say('sale.next') }).click();
  await expect(page.getByRole('textbox', { name: say('sale.name') })).toHaveValue('');
  // The same buyer, found among the earlier ones, with the same product on the same day: asked, not entered.
  await page.getByRole('textbox', { name: say('sale.phone') }).fill(`${cast.phones}00000`);
  await page
    .getByRole('group', { name: say('sale.earlier-buyers') })
    .getByRole('button')
    .click();
  await expect(page.getByRole('textbox', { name: say('sale.name') })).toHaveValue(cast.buyer);
  await page.getByRole('button', { name: say('sale.save') }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('problem.purchase.duplicate') })).toBeVisible();
  // Without a connection it waits on the device and goes by itself when there is one.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: say('purchase.once-more') }).click();
  await expect(page.getByRole('status').filter({ hasText: say('sale.waiting') })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: say('sale.entered') })).toBeVisible();

  await page.goto('/sales');
  await expect(page.getByRole('table', { name: say('sale.list') }).getByText(cast.buyer)).toHaveCount(2);
  // Nothing else of the product is there for a dealer.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('navigation', { name: say('app.navigation') }).getByRole('link')).toHaveText([
    say('sale.enter'),
    say('sale.list'),
  ]);
  await page.goto('/customers');
  await expect(page.getByRole('alert').filter({ hasText: within('problem.access.forbidden') })).toBeVisible();
  await page.context().close();
}

/** Nine women, seven men, three who did not say: the last are too few to be shown. */
async function sellMany(seller: Colleague, cast: Cast, productId: string): Promise<void> {
  const api: APIRequestContext = await apiAs(seller);
  const genders = [...Array<string>(9).fill('female'), ...Array<string>(7).fill('male'), ...Array<null>(3).fill(null)];
  const boughtOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  for (const [index, gender] of genders.entries())
    await post(api, '/api/sales', {
      buyer: { name: `${cast.buyer} ${index + 1}`, phone: `${cast.phones}1${String(index).padStart(4, '0')}`, gender },
      productId,
      boughtOn,
    });
}

async function readStatistics(
  browser: Browser,
  administrator: Colleague,
  cast: Cast,
  language: 'ar' | 'fa',
): Promise<void> {
  const { say } = appWords(language);
  const page = await pageAs(browser, administrator, language);
  await page.goto('/');
  await page
    .getByRole('navigation', { name: say('app.navigation') })
    .getByRole('link', { name: say('buyers.title') })
    .click();
  await choose(page, say('buyers.rows'), say('buyers.dimension.gender'));
  await page.getByRole('button', { name: say('buyers.filters'), exact: true }).click();
  await choose(page, say('buyers.filter.categoryId'), cast.category);
  const table = page.getByRole('region', { name: say('buyers.table') });
  const cell = (row: string) =>
    table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
      .getByRole('cell');
  await expect(cell(say('sale.gender.female'))).toHaveText('10');
  await expect(cell(say('buyers.unknown'))).toHaveText(say('buyers.hidden'));
  // Shown, it and the total would give the three away.
  await expect(cell(say('sale.gender.male'))).toHaveText(say('buyers.hidden'));
  await expect(cell(say('buyers.all'))).toHaveText('20');
  // The address holds all of it.
  await page.reload();
  await expect(cell(say('sale.gender.female'))).toHaveText('10');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: say('buyers.export') }).click();
  const file = readFileSync(await (await saving).path(), 'utf8');
  expect(file).toContain(`${say('sale.gender.female')},10`);
  expect(file).toContain(`${say('buyers.unknown')},${say('buyers.hidden')}`);

  await cell(say('sale.gender.female')).getByRole('button').click();
  await behind(page, cast, language);
  await page.context().close();
}

async function behind(page: Page, cast: Cast, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  const panel = page.getByRole('region', { name: say('buyers.behind') });
  await expect(panel.getByRole('link')).toHaveCount(10);
  await panel.getByRole('link', { name: cast.buyer, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: cast.buyer })).toBeVisible();
  const bought = page.getByRole('region', { name: say('purchase.list') });
  await expect(bought.getByText(cast.product)).toHaveCount(2);
  await expect(bought.getByText(cast.dealer)).toHaveCount(2);
}
