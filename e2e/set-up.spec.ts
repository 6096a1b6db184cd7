// The first day: from the printed link to a signed-in administrator, with what the country brings shown beforehand.
import { expect, test } from './world/journey.ts';
import { choose, passwordField } from './world/fields.ts';
import { startEmptyProduct, type Product } from './world/server.ts';
import { appWords } from './world/words.ts';

const { say } = appWords('fa', 'customer');
const administrator = { name: 'شهین رستمی', email: 'shahin@example.org', password: 'یک گذرواژهٔ بلند ۱۴۰۵' };

let product: Product;
test.beforeAll(async () => {
  product = await startEmptyProduct();
});
test.afterAll(() => product.stop());

test('an empty installation is set up for Iran, and the link is dead afterwards (fa)', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: product.address,
    locale: 'fa-IR',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(product.setupLink);
  await expect(page.getByRole('heading', { level: 1, name: say('app.setup') })).toBeVisible();
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');

  await test.step('the preview shows calendar, digits and week of the country', async () => {
    await expect(page.getByRole('combobox', { name: say('app.setup-country') })).toHaveValue(say('app.country.IR'));
    const preview = page.getByRole('complementary');
    const fact = (term: string) =>
      preview
        .locator('div')
        .filter({ has: page.getByRole('term').filter({ hasText: term }) })
        .getByRole('definition');
    const year = new Intl.DateTimeFormat('fa-IR-u-ca-persian', { year: 'numeric', timeZone: 'Asia/Tehran' }).format(
      new Date(),
    );
    await expect(fact(say('app.setup-preview.today'))).toContainText(year);
    await expect(fact(say('app.setup-preview.number'))).toContainText('۱۲٬۴۸۰');
    await expect(fact(say('app.setup-preview.week'))).toHaveText('شنبه');
    await expect(fact(say('app.setup-preview.weekend'))).toHaveText('جمعه');
    await choose(page, say('app.setup-country'), say('app.country.SA'));
    await expect(fact(say('app.setup-preview.week'))).not.toHaveText('شنبه');
    await choose(page, say('app.setup-country'), say('app.country.IR'));
    await expect(fact(say('app.setup-preview.week'))).toHaveText('شنبه');
  });

  await test.step('what is missing is said, then the organisation is made', async () => {
    await page.getByRole('button', { name: say('app.setup-submit') }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await page.getByRole('textbox', { name: `${say('app.setup-name')} (فارسی)` }).fill('شرکت آب');
    await page.getByRole('textbox', { name: say('app.setup-slug') }).fill('water');
    await page.getByRole('textbox', { name: say('app.your-name') }).fill(administrator.name);
    await page.getByRole('textbox', { name: say('app.email') }).fill(administrator.email);
    await passwordField(page, say('app.password')).fill(administrator.password);
    await page.getByRole('button', { name: say('app.setup-submit') }).click();
  });

  await test.step('the administrator is signed in and the empty inbox says how it goes on', async () => {
    await expect(page.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
    await expect(page.getByText(say('case.none'), { exact: true })).toBeVisible();
    await expect(page.getByText(say('case.none-hint'))).toBeVisible();
    await expect(page.getByRole('link', { name: say('case.register') })).toBeVisible();
    const settings = (await (await context.request.get('/api/organisation')).json()) as object;
    expect(settings).toMatchObject({
      slug: 'water',
      country: 'IR',
      language: 'fa',
      calendar: 'persian',
      digits: 'arabext',
      weekStart: 6,
      weekend: [5],
      timeZone: 'Asia/Tehran',
    });
  });

  await test.step('another word for a customer is chosen, and all texts say it at once', async () => {
    const named = appWords('fa', 'beneficiary');
    const places = page.getByRole('navigation', { name: say('app.navigation') });
    await expect(places.getByRole('link', { name: say('customer.list'), exact: true })).toBeVisible();
    await places.getByRole('link', { name: say('organisation.settings'), exact: true }).click();
    await page.getByRole('radio', { name: named.say('customer.one') }).check();
    const preview = page.getByRole('complementary', { name: say('organisation.preview') });
    await expect(preview).toContainText(named.say('organisation.preview-word-text'));
    // What is only tried out stands nowhere else.
    await expect(places.getByRole('link', { name: say('customer.list'), exact: true })).toBeVisible();
    await page.getByRole('button', { name: say('ui.save') }).click();
    await places.getByRole('link', { name: named.say('customer.list'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: named.say('customer.list'), exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByText(named.say('customer.none'), { exact: true })).toBeVisible();
  });

  await test.step('the link opens nothing any more', async () => {
    const stranger = await browser.newContext({ baseURL: product.address, locale: 'fa-IR' });
    const second = await stranger.newPage();
    await second.goto(product.setupLink);
    await expect(second.getByText(say('app.setup-done'), { exact: true })).toBeVisible();
    await expect(second.getByRole('button', { name: say('app.setup-submit') })).toBeHidden();
    const again = await stranger.request.post('/api/setup', {
      headers: { origin: product.address },
      data: {
        token: new URL(product.setupLink).searchParams.get('token'),
        organisation: { name: { fa: 'دیگری' }, slug: 'other', country: 'IR', language: 'fa' },
        administrator: { ...administrator, email: 'intruder@example.org' },
      },
    });
    expect(again.status()).toBe(409);
  });
});
