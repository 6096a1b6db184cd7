// What is promised: a policy is made from a regime and published, a case gets its due time by it, and other hours move that time with the reason.
import type { APIRequestContext, Page } from '@playwright/test';
import { choose, chooseSeveral } from './world/fields.ts';
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post, type Office } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords, type JourneyLanguage } from './world/words.ts';

const casts = {
  ar: {
    names: { department: 'إدارة البطاقات', category: 'بطاقة محجوزة', agent: 'رنا السالم', head: 'ماجد الحربي' },
    calendar: 'دوام الفروع',
    hours: 'دوام رمضان',
    customer: 'نورة الدوسري',
    phone: '0559876541',
    subject: 'الصراف احتجز بطاقتي',
  },
  fa: {
    names: { department: 'ادارهٔ کارت‌ها', category: 'کارت گیرافتاده', agent: 'نگار صادقی', head: 'بهروز احمدی' },
    calendar: 'ساعت شعبه‌ها',
    hours: 'ساعت رمضان',
    customer: 'مینا رحیمی',
    phone: '0559876542',
    subject: 'خودپرداز کارتم را نگه داشت',
  },
} as const;

// Each has a calendar and a category of its own, but the list of policies is one.
test.describe.configure({ mode: 'serial' });

for (const language of ['ar', 'fa'] as const) {
  test(`a policy from a regime promises a time, and Ramadan hours move it with the reason (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const cast = casts[language];
    const { say, within } = appWords(language);
    const office = await openOffice(language, cast.names);
    const manager = await apiAs(office.head);
    const calendar = await ownCalendar(manager, language, cast.calendar);
    const regime = await regimeName(manager, language);
    const page = await pageAs(browser, office.head, language);
    const goalOf = (target: string) => page.locator('li', { has: page.getByRole('button', { name: target }) });

    await test.step('the service manager makes a policy from what the regime demands', async () => {
      await page.goto('/settings/regimes');
      await page.getByRole('button', { name: regime }).click();
      await page.getByRole('link', { name: say('regime.make-policy') }).click();
      await expect(goalOf(say('goal.target.claim'))).toContainText(within('goal.amount.working-days'));
      await chooseSeveral(page, say('service-policy.condition.categoryIds'), office.category);
      await goalOf(say('goal.target.claim'))
        .getByRole('button', { name: say('goal.target.claim') })
        .first()
        .click();
      await choose(page, say('goal.calendar'), cast.calendar);
      await expectSound(page);
    });

    await test.step('what cannot be is refused at its field', async () => {
      const amount = page.getByRole('textbox', { name: say('goal.number') });
      await amount.fill('0');
      await page.getByRole('button', { name: say('service-policy.add'), exact: true }).click();
      await expect(page.getByText(within('field.too-small')).first()).toBeVisible();
      await amount.fill('5');
    });

    await test.step('tried as it stands, it holds for such a case', async () => {
      await chooseInTester(page, say('service-policy.condition.categoryIds'), office.category);
      await page.getByRole('button', { name: say('service-policy.try'), exact: true }).click();
      await expect(
        page.getByRole('heading', { name: within('service-policy.test-holds', { name: regime }) }),
      ).toBeVisible();
      await page.getByText(say('derivation.show')).first().click();
      await expect(page.getByText(within('derivation.due')).first()).toBeVisible();
    });

    await test.step('made, it stands in the list with what it is for and what it promises', async () => {
      await page.getByRole('button', { name: say('service-policy.add'), exact: true }).click();
      await expect(page.getByText(say('service-policy.saved'))).toBeVisible();
      const row = page
        .getByRole('list', { name: say('service-policy.title') })
        .locator('li', { hasText: office.category });
      await expect(row).toContainText(say('service-policy.kinds.complaint'));
      await expect(page.getByRole('region', { name: regime })).toContainText(cast.calendar);
      await expectSound(page);
    });

    await test.step('a new version is published for open cases too, and says what it changed', async () => {
      await page.getByText(say('service-policy.view.edit'), { exact: true }).click();
      await goalOf(say('goal.target.first-answer'))
        .getByRole('button', { name: within('service-policy.remove-goal') })
        .click();
      await page.getByRole('button', { name: say('service-policy.publish') }).click();
      const dialog = page.getByRole('dialog', { name: say('service-policy.publish-title') });
      await dialog.getByRole('radio', { name: say('service-policy.applies-to.open') }).check();
      expect(await accessibilityFaultsOf(page)).toEqual([]);
      await dialog.getByRole('button', { name: say('service-policy.publish') }).click();
      await expect(dialog).toBeHidden();
      // Published, it is shown as it holds.
      await expect(page.getByRole('button', { name: say('service-policy.publish') })).toBeHidden();
      await page.getByText(say('service-policy.view.versions'), { exact: true }).click();
      await expect(page.getByText(within('service-policy.change.goal-removed'))).toBeVisible();
      await expectSound(page);
    });

    const desk = await pageAs(browser, office.agent, language);
    const promises = desk.getByRole('region', { name: say('case.promises') });
    const claim = promises.locator('details', { hasText: say('goal.target.claim') });

    await test.step('a case registered by a form is due, and the reader sees how that came about', async () => {
      await register(desk, office, language);
      await expect(claim).toContainText(say('case.promise.running'));
      await claim.locator('summary').click();
      await expect(claim).toContainText(cast.calendar);
      await expect(claim).toContainText(within('derivation.due'));
      await expectSound(desk);
    });

    await test.step('other hours, and the open case moves before the eyes of its reader', async () => {
      await setHours(manager, calendar, language, cast.hours);
      await expect(claim).toContainText(within('case.promise.moved.calendar'));
      await expect(claim).toContainText(within('derivation.special', { why: cast.hours }));
    });

    await test.step('the acknowledgement and an assessment are recorded where the promises stand', async () => {
      await promises.getByRole('button', { name: say('case.act.acknowledge') }).click();
      const told = desk.getByRole('dialog', { name: say('case.dialog.acknowledge') });
      await told.getByRole('radio', { name: say('case.channel.phone') }).check();
      await told.getByRole('button', { name: say('case.acknowledge.submit') }).click();
      await expect(promises.locator('details', { hasText: say('goal.target.acknowledge') })).toContainText(
        say('case.promise.met'),
      );
      await promises.getByRole('button', { name: say('case.act.assess') }).click();
      const dialog = desk.getByRole('dialog', { name: say('case.dialog.assess') });
      for (const grade of ['severity', 'complexity', 'impact'] as const)
        await dialog
          .getByRole('radiogroup', { name: say(`case.assess.${grade}`) })
          .getByText(say('case.assess.grade.2'), { exact: true })
          .click();
      await stillnessOf(desk);
      expect(await accessibilityFaultsOf(desk)).toEqual([]);
      await dialog.getByRole('button', { name: say('case.assess.submit') }).click();
      await expect(promises.getByRole('region', { name: say('case.assessment') })).toContainText(
        say('case.assess.grade.2'),
      );
    });
  });
}

/** Every day from 8 to 16, so that the journey ends alike on each day of the week; nobody else uses it. */
async function ownCalendar(api: APIRequestContext, language: JourneyLanguage, name: string): Promise<Calendar> {
  const week = Array.from({ length: 7 }, () => [{ from: 480, until: 960 }]);
  return post<Calendar>(api, '/api/working-calendars', {
    name: { [language]: name },
    timeZone: 'Asia/Riyadh',
    week,
    exceptions: [],
    closures: [],
  });
}
type Calendar = { id: string; version: number; [field: string]: unknown };

/** Shorter days from today on. The form of a calendar has a journey of its own. */
async function setHours(
  api: APIRequestContext,
  made: Calendar,
  language: JourneyLanguage,
  name: string,
): Promise<void> {
  const { isDefault: _, changedAt: __, changedBy: ___, ...calendar } = made;
  const [today, then] = [0, 40].map((days) => new Date(new Date().getTime() + (days - 1) * 86_400_000));
  const dayOf = (date: Date) => ({ month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  const exception = {
    id: crypto.randomUUID(),
    name: { [language]: name },
    calendar: 'gregory',
    year: null,
    from: dayOf(today!),
    until: dayOf(then!),
    week: Array.from({ length: 7 }, () => [{ from: 600, until: 780 }]),
    declared: [],
  };
  await post(api, `/api/working-calendars/${calendar.id}`, { ...calendar, exceptions: [exception] }, 'put');
}

async function regimeName(api: APIRequestContext, language: JourneyLanguage): Promise<string> {
  const { items } = (await (await api.get('/api/regimes')).json()) as {
    items: { id: string; name: Record<string, string> }[];
  };
  return items.find(({ id }) => id === 'sa-sama')!.name[language]!;
}

async function register(page: Page, office: Office, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  const { customer, phone, subject } = casts[language];
  await page.goto('/cases/new');
  await page.getByRole('button', { name: say('case.customer-new') }).click();
  await page.getByRole('textbox', { name: say('case.customer-name'), exact: true }).fill(customer);
  // By phone alone: a letter would acknowledge the case by itself.
  await page.getByRole('textbox', { name: say('case.contact.phone') }).fill(phone);
  await page.getByRole('textbox', { name: say('case.subject'), exact: true }).fill(subject);
  await page.getByRole('textbox', { name: say('case.description'), exact: true }).fill(subject);
  await choose(page, say('case.fact.category_id'), office.category);
  await page.getByRole('button', { name: say('case.register'), exact: true }).click();
  await page.getByRole('button', { name: say('case.register.open') }).click();
}

/** The tester stands beside the form, with fields of the same names. */
async function chooseInTester(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).last().fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function expectSound(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  for (const width of [size.width, 360]) {
    await page.setViewportSize({ ...size, width });
    await stillnessOf(page);
    expect(await sidewaysOf(page)).toBe(0);
    expect(await accessibilityFaultsOf(page)).toEqual([]);
  }
  await page.setViewportSize(size);
}
