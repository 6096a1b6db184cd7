// Journey of a service manager: two records of one person are proposed, merged with a chosen value, and taken apart again.
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post } from './world/office.ts';
import { sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords } from './world/words.ts';

const stories = {
  ar: {
    department: 'إدارة السجلات',
    category: 'سجل العملاء',
    agent: 'هند الرفاعي',
    head: 'بدر الشهري',
    first: 'عبدالعزيز الخثعمي',
    second: 'Abdulaziz Al-Khathami',
    phone: '+966501000',
  },
  fa: {
    department: 'ادارهٔ پرونده‌ها',
    category: 'پروندهٔ مشتری',
    agent: 'نگار صبوری',
    head: 'فرهاد کیانی',
    first: 'محمدرضا دهقانی‌پور',
    second: 'Mohammad Reza Dehghanipour',
    phone: '+966502000',
  },
} as const;

for (const language of ['ar', 'fa'] as const) {
  test(`two duplicates are merged and taken apart again (${language})`, async ({ browser }) => {
    const { first, second, phone, ...names } = stories[language];
    const office = await openOffice(language, names);
    const agent = await apiAs(office.agent);
    const { say, like } = appWords(language);
    const number = `${phone}${String(process.pid % 1000).padStart(3, '0')}`;
    // The number was moved from one record to the other: that and the name tell that both are one.
    const one = await post<{ id: string; contactPoints: { id: string }[] }>(agent, '/api/customers', {
      name: first,
      phone: number,
    });
    await agent.delete(`/api/customers/${one.id}/contact-points/${one.contactPoints[0]!.id}`);
    await post(agent, '/api/customers', {
      name: second,
      phone: number,
      email: `dup-${language}-${process.pid}@example.org`,
    });

    const page = await pageAs(browser, office.head, language);
    await page.goto('/duplicates');
    const pair = page.getByRole('listitem').filter({ hasText: first }).filter({ hasText: second });
    await test.step('the pair is proposed, with what speaks for it', async () => {
      await expect(pair.first()).toBeVisible({ timeout: 30_000 });
      await expect(pair.first().getByText(say('duplicate.evidence.phone.same'))).toBeVisible();
    });

    await test.step('on a phone nothing is cut off sideways', async () => {
      await page.setViewportSize({ width: 360, height: 740 });
      await stillnessOf(page);
      expect(await sidewaysOf(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    });

    await test.step('merged: the older record survives, with the name that was chosen', async () => {
      await pair
        .first()
        .getByRole('button', { name: say('duplicate.merge-open') })
        .click();
      const dialog = page.getByRole('dialog', { name: say('duplicate.merge-title') });
      await dialog
        .getByRole('radiogroup', { name: say('duplicate.field.name') })
        .getByRole('radio', { name: second })
        .check();
      await dialog.getByRole('button', { name: say('duplicate.merge'), exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(pair).toHaveCount(0);
    });

    await test.step('its page shows the chosen name and what counts as it; taken back, the old name is there', async () => {
      await page.goto(`/customers/${one.id}`);
      await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible();
      await page.getByRole('button', { name: like('duplicate.unmerge-of', { merged: second }) }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('duplicate.unmerge'), exact: true })
        .click();
      await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
      await expect(page.getByRole('region', { name: say('duplicate.merges') })).toHaveCount(0);
    });

    await test.step('they are two customers, and are not proposed again', async () => {
      await page.goto('/duplicates');
      await pair
        .first()
        .getByRole('button', { name: say('duplicate.keep-apart') })
        .click();
      await expect(pair).toHaveCount(0);
      await page.getByRole('radio', { name: say('duplicate.state.kept-apart') }).press('Space');
      await expect(pair.first()).toBeVisible();
    });

    await test.step('whoever enters the person again is told before anything is saved', async () => {
      await page.goto('/customers');
      await page
        .getByRole('button', { name: say('customer.register') })
        .first()
        .click();
      const dialog = page.getByRole('dialog', { name: say('customer.register') });
      await dialog.getByRole('textbox', { name: say('customer.name'), exact: true }).fill(second);
      await dialog.getByRole('textbox', { name: say('customer.phone'), exact: true }).fill(number);
      await expect(dialog.getByText(say('duplicate.possible'))).toBeVisible();
      await dialog
        .getByRole('button', { name: say('duplicate.possible-take') })
        .first()
        .click();
      await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);
    });
  });
}
