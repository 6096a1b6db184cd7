// A form from its design to the case: made and mended, bound to a category, filled in on a phone in any digits, read by the agent, corrected.
import type { Page } from '@playwright/test';
import { toDigits } from '#kernel/digits.ts';
import { choose } from './world/fields.ts';
import { publishForm } from './world/forms.ts';
import { expect, test } from './world/journey.ts';
import { openOffice, pageAs, phoneOf, type Office } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { caseIdOf } from './world/portal-case.ts';
import { appWords, portalWords, type JourneyLanguage } from './world/words.ts';
import { readWorld } from './world/world.ts';

const casts = {
  ar: {
    names: { department: 'إدارة العدادات', category: 'عداد معطل', agent: 'سلمى الفهد', head: 'طارق الزهراني' },
    form: 'بيانات العداد',
    account: 'رقم الاشتراك',
    replace: 'استبدال العداد',
    reason: 'سبب الاستبدال',
    customer: 'هند القحطاني',
    text: 'العداد لا يعمل منذ أسبوع',
    because: 'الشاشة مكسورة',
    digits: 'arab',
  },
  fa: {
    names: { department: 'ادارهٔ کنتورها', category: 'کنتور خراب', agent: 'مهسا کریمی', head: 'فرهاد یزدانی' },
    form: 'مشخصات کنتور',
    account: 'شمارهٔ اشتراک',
    replace: 'تعویض کنتور',
    reason: 'دلیل تعویض',
    customer: 'نسرین شریفی',
    text: 'کنتور یک هفته است کار نمی‌کند',
    because: 'صفحهٔ آن شکسته است',
    digits: 'arabext',
  },
} as const;

for (const language of ['ar', 'fa'] as const) {
  test(`a form is designed, filled in on a phone and read on the case (${language})`, async ({ browser }) => {
    test.setTimeout(300_000);
    const cast = casts[language];
    const office = await openOffice(language, cast.names);
    const page = await pageAs(browser, office.head, language);
    await test.step('the service manager designs it', () => design(page, language));
    await test.step('and binds it to the category', () => bind(page, language, office));
    const phone = await phoneOf(browser, language);
    const number = await test.step('a customer fills it in', () => fillIn(phone, language, office));
    const agent = await pageAs(browser, office.agent, language);
    await test.step('the agent reads it and corrects it', () => read(agent, language, office, number));
  });
}

/** As the language calls itself. */
const ownName = { ar: 'العربية', fa: 'فارسی', en: 'English' } as const;
const keyOf = (language: JourneyLanguage) => `meter-${language}-${process.pid}`;

async function addField(page: Page, language: JourneyLanguage, type: 'line' | 'yes-no', label: string): Promise<void> {
  const { say } = appWords(language);
  await page.getByRole('button', { name: say('form.add-field') }).click();
  await page.getByRole('menuitem', { name: say(`form.type.${type}`) }).click();
  await page.getByRole('textbox', { name: `${say('form.label')} (${ownName[language]})` }).fill(label);
}

async function design(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const cast = casts[language];
  const { say, within } = appWords(language);
  await page.goto('/settings/forms');
  await page
    .getByRole('button', { name: say('form.add') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(cast.form);
  await dialog.getByRole('textbox', { name: say('form.key') }).fill(keyOf(language));
  await dialog.getByRole('button', { name: say('form.begin') }).click();
  await expect(page.getByRole('heading', { level: 1, name: cast.form })).toBeVisible();

  // In the wrong order: the reason asks for what comes after it.
  await addField(page, language, 'line', cast.account);
  await page.getByRole('switch', { name: say('form.required') }).check();
  await choose(page, say('form.pattern'), say('form.pattern.digits'));
  await addField(page, language, 'yes-no', cast.replace);
  await addField(page, language, 'line', cast.reason);
  await page.getByRole('switch', { name: say('form.required') }).check();
  await choose(page, say('form.shown-when'), cast.replace);
  // A condition without a value is said at its field, and nothing is published.
  await expect(page.getByText(say('form.fault.condition-values-missing')).first()).toBeVisible();
  await page.getByRole('button', { name: say('form.publish') }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('checkbox', { name: yes[language] }).check();
  // Moved by key before what it depends on, and back.
  const row = page.locator('[data-open]', { hasText: cast.reason });
  await row.press('Alt+ArrowUp');
  await expect(page.getByText(say('form.fault.condition-field-later')).first()).toBeVisible();
  await page.locator('[data-open]', { hasText: cast.reason }).press('Alt+ArrowDown');
  await expect(page.getByText(say('form.fault.condition-field-later'))).toHaveCount(0);

  const preview = page.getByRole('region', { name: say('form.show.preview') });
  await expect(preview.getByRole('textbox', { name: cast.reason })).toHaveCount(0);
  await preview.getByRole('radio', { name: yes[language] }).check();
  await expect(preview.getByRole('textbox', { name: cast.reason })).toBeVisible();
  await stillnessOf(page);
  expect(await accessibilityFaultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: say('form.publish') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('form.publish') })
    .click();
  await expect(page.getByText(within('form.state.published', { number: /./ })).first()).toBeVisible();
}

const yes = { ar: 'نعم', fa: 'بله' } as const;

async function bind(page: Page, language: 'ar' | 'fa', office: Office): Promise<void> {
  const { say } = appWords(language);
  await page.goto(`/settings/categories?category=${office.categoryId}`);
  await choose(page, say('catalogue.form'), casts[language].form);
  await page.getByRole('button', { name: say('ui.save') }).click();
  await expect(page.getByText(say('catalogue.saved'))).toBeVisible();
}

async function fillIn(phone: Page, language: 'ar' | 'fa', office: Office): Promise<string> {
  const cast = casts[language];
  const { say, within } = portalWords(language);
  await phone.goto(`/portal/${readWorld().slug}/complain`);
  await phone.getByRole('combobox', { name: say('submit.category') }).selectOption({ label: office.category });
  await expect(phone.getByRole('heading', { name: cast.form })).toBeVisible();
  await phone.getByRole('textbox', { name: say('submit.text') }).fill(cast.text);
  await phone.getByRole('textbox', { name: say('submit.name'), exact: true }).fill(cast.customer);
  await phone.getByRole('textbox', { name: say('submit.email') }).fill(`meter-${language}-${process.pid}@example.org`);
  await phone.getByRole('radio', { name: yes[language] }).check();
  await phone.getByRole('textbox', { name: cast.reason }).fill(cast.because);
  expect(await sidewaysOf(phone)).toBe(0);
  expect(await accessibilityFaultsOf(phone)).toEqual([]);
  await phone.getByRole('button', { name: say('submit.send') }).click();
  const faults = phone.getByRole('alert').filter({ hasText: within('faults.title') });
  await expect(faults).toBeFocused();
  await faults.getByRole('link', { name: cast.account }).click();
  const account = phone.getByRole('textbox', { name: cast.account });
  await expect(account).toBeFocused();
  await account.fill(toDigits('0042', cast.digits));
  // What was entered is there after the page was loaded anew.
  await phone.reload();
  await expect(phone.getByRole('textbox', { name: cast.reason })).toHaveValue(cast.because);
  await phone.getByRole('button', { name: say('submit.send') }).click();
  await expect(phone.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible();
  const number = /\d{4}-\d{6}/.exec(await phone.getByRole('main').innerText())![0];
  await phone.getByRole('link', { name: say('receipt.follow') }).click();
  await expect(phone.getByRole('region', { name: cast.form })).toContainText('0042');
  return number;
}

async function read(agent: Page, language: 'ar' | 'fa', office: Office, number: string): Promise<void> {
  const cast = casts[language];
  const { say, within } = appWords(language);
  await agent.goto(`/cases/${await caseIdOf(office, number)}`);
  const part = agent.getByRole('region', { name: say('case.form'), exact: true });
  await expect(part).toContainText('0042');
  await expect(part).toContainText(cast.because);
  await part.getByRole('button', { name: say('case.act.correct-form') }).click();
  const dialog = agent.getByRole('dialog');
  await dialog.getByRole('textbox', { name: cast.account }).fill('12a');
  await dialog.getByRole('button', { name: say('ui.save') }).click();
  await expect(dialog.getByRole('alert')).toContainText(say('field.not-digits'));
  await dialog.getByRole('textbox', { name: cast.account }).fill(toDigits('0043', cast.digits));
  await dialog.getByRole('button', { name: say('ui.save') }).click();
  await expect(part).toContainText('0043');
  await expect(part.getByText(within('case.form-before', { count: '1' }))).toBeVisible();
  const timeline = agent.getByRole('region', { name: say('case.timeline') });
  await expect(timeline.getByText(within('case.event.form-filled', { by: office.agent.name }))).toBeVisible();
}

test('staff who register a case are asked too (en)', async ({ browser }) => {
  const { say } = appWords('en');
  const office = await openOffice('en', {
    department: 'Meters',
    category: 'Broken meter',
    agent: 'Ann Field',
    head: 'Bob Hill',
  });
  const formId = await publishForm(office.administrator, [
    { key: 'account', label: { en: 'Account' }, required: true },
  ]);
  await office.administrator.patch(`/api/categories/${office.categoryId}`, {
    data: { formId },
    headers: { origin: readWorld().address },
  });
  const page = await pageAs(browser, office.agent, 'en');
  await page.goto('/cases/new');
  await choose(page, say('case.fact.category_id'), office.category);
  await expect(page.getByRole('textbox', { name: 'Account' })).toBeVisible();
  await page.getByRole('button', { name: say('case.register'), exact: true }).click();
  await expect(page.getByRole('alert').getByRole('button', { name: /Account/ })).toBeVisible();
});
