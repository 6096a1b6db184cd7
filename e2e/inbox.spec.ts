// The inbox at work: filters in the address, keys on any keyboard, search in any spelling, a long list that stays still.
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { openOffice, pageAs, type Office } from './world/office.ts';
import { submitCase } from './world/portal-case.ts';
import { appWords } from './world/words.ts';

const { say, within } = appWords('ar');
const many = 60;

let office: Office;
test.beforeAll(async () => {
  office = await openOffice('ar', {
    department: 'إدارة الحدائق',
    category: 'صيانة حديقة',
    agent: 'مها العنزي',
    head: 'بدر الحربي',
  });
  for (let count = 1; count <= many; count += 1)
    await submitCase(office, {
      language: 'ar',
      name: 'فاطمة اليامي',
      email: `garden-${process.pid}@example.org`,
      text: textOf(count),
      kind: count % 2 === 0 ? 'request' : 'complaint',
    });
});

/** Number 7 is written as careful people write; it is searched as hurried people do. */
function textOf(count: number): string {
  return count === 7 ? 'الأرجوحة المكسورة بإدارة مستشفى الأطفال' : `شجرة مائلة رقم ${count} في الحديقة`;
}

test('filters live in the address: they survive a reload and the way back (ar)', async ({ browser }) => {
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto(`/cases?unitId=${office.departmentId}`);
  await page.getByRole('button', { name: say('case.filter'), exact: true }).click();
  await page.getByRole('combobox', { name: say('case.filter.kind') }).click();
  await page.getByRole('option', { name: say('case.kind.request') }).click();
  await expect(page).toHaveURL(/kind=request/);
  await page.keyboard.press('Escape');
  const inForce = page.getByRole('group', { name: say('case.filters-in-force') });
  const kind = inForce.getByRole('button', { name: say('case.kind.request') });
  await expect(kind).toBeVisible();
  await expect(rows(page).filter({ hasText: textOf(60) })).toBeVisible();
  await expect(rows(page).filter({ hasText: textOf(59) })).toHaveCount(0);

  await page.reload();
  await expect(kind).toBeVisible();
  await expect(rows(page).filter({ hasText: textOf(60) })).toBeVisible();
  await expect(rows(page).filter({ hasText: textOf(59) })).toHaveCount(0);

  await rows(page)
    .filter({ hasText: textOf(58) })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 2, name: textOf(58) })).toBeVisible();
  await expect(page).toHaveURL(/kind=request/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: textOf(58) })).toBeHidden();
  await expect(kind).toBeVisible();

  await kind.click();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(rows(page).filter({ hasText: textOf(59) })).toBeVisible();
});

test('keys work by their place on the keyboard, whatever letter an Arabic layout gives (ar)', async ({ browser }) => {
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto(`/cases?unitId=${office.departmentId}`);
  await expect(rows(page).first()).toBeVisible();
  await press(page, 'KeyJ', 'ت');
  await expect(
    rows(page)
      .filter({ hasText: textOf(60) })
      .getByRole('link'),
  ).toBeFocused();
  await press(page, 'KeyJ', 'ت');
  await press(page, 'KeyJ', 'ت');
  await press(page, 'KeyK', 'ن');
  await expect(
    rows(page)
      .filter({ hasText: textOf(59) })
      .getByRole('link'),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: textOf(59) })).toBeVisible();
  await press(page, 'KeyR', 'ق');
  const answer = page.getByRole('textbox', { name: say('case.compose.message') });
  await expect(answer).toBeFocused();
  // While somebody writes, letters are letters.
  await answer.pressSequentially('تن');
  await expect(answer).toHaveValue('تن');
  await expect(page.getByRole('heading', { level: 2, name: textOf(59) })).toBeVisible();
});

test('Enter on a button presses it, and what it opened gives the keyboard back (ar)', async ({ browser }) => {
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto(`/cases?unitId=${office.departmentId}`);
  await expect(rows(page).first()).toBeVisible();
  // A row is marked: Enter would open it, were no button under the keyboard.
  await press(page, 'KeyJ', 'ت');
  const language = page.getByRole('button', { name: say('app.language'), exact: true });
  for (const _time of ['before its code is there', 'after']) {
    await language.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitemradio', { name: 'فارسی' })).toBeVisible();
    // A menu is drawn a moment before it takes the keyboard; nobody's finger is that fast.
    await expect(page.getByRole('menu').locator(':focus')).toBeAttached();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitemradio', { name: 'فارسی' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(language).toBeFocused();
  }
  await expect(page).not.toHaveURL(/cases\/\w/);
});

test('a search finds what was written in another spelling, by number and by tracking code (ar)', async ({
  browser,
}) => {
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto(`/cases?unitId=${office.departmentId}`);
  const search = page.getByRole('textbox', { name: say('case.search') });
  await search.fill('الارجوحه المكسوره بادارة مستشفي');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(textOf(7));
  const made = await submitCase(office, {
    language: 'ar',
    name: 'عمر القاضي',
    email: `search-${process.pid}@example.org`,
    text: 'مقعد ناقص عند البوابة',
  });
  const arabic = made.number.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
  for (const wanted of [arabic, made.trackingCode.toLowerCase(), 'عُـمَر القاضى مقعد']) {
    await search.fill(wanted);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('مقعد ناقص عند البوابة');
  }
  await search.fill('لا وجود لهذا القول');
  await expect(page.getByText(say('case.none-found'), { exact: true })).toBeVisible();
});

test('a long list draws what is in sight, and what arrives does not move it (ar)', async ({ browser }) => {
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto(`/cases?unitId=${office.departmentId}`);
  await expect(rows(page).first()).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(many / 2);

  const list = page.getByRole('region', { name: say('case.list') });
  const old = rows(page).filter({ hasText: textOf(40) });
  await list.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(old).toBeInViewport({ timeout: 250 });
  }).toPass();
  const before = (await old.boundingBox())!.y;
  const news = 'نافورة معطلة منذ الصباح';
  await submitCase(office, {
    language: 'ar',
    name: 'ليلى السالم',
    email: `news-${process.pid}@example.org`,
    text: news,
  });
  const arrived = page.getByRole('button', { name: within('case.arrived') });
  await expect(arrived).toBeVisible();
  expect((await old.boundingBox())!.y).toBe(before);
  await arrived.click();
  await expect(rows(page).filter({ hasText: news })).toBeInViewport();
  await expect(rows(page).filter({ hasText: news })).toHaveAttribute('aria-posinset', '1');
});

function rows(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name: say('case.list') }).getByRole('listitem');
}

/** What a browser reports for a key of an Arabic keyboard: the place in `code`, the letter in `key`. */
async function press(page: Page, code: string, key: string): Promise<void> {
  await page.evaluate(
    `(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { code: ${JSON.stringify(code)}, key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`,
  );
}
