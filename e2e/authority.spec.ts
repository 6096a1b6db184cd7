// Authority: a limit is set, authority is delegated until a day, somebody decides beyond it with a reason, and the head sees and answers what was found.
import type { APIRequestContext } from '@playwright/test';
import { choose } from './world/fields.ts';
import { expect, test } from './world/journey.ts';
import { apiAs, hireAdministrator, openOffice, pageAs, post } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { appWords, journeyLanguages, type JourneyLanguage } from './world/words.ts';

const casts: Record<
  JourneyLanguage,
  {
    admin: string;
    department: string;
    category: string;
    agent: string;
    head: string;
    action: string;
    reason: string;
    answer: string;
  }
> = {
  ar: {
    admin: 'هيا السبيعي',
    department: 'إدارة المستودعات',
    category: 'توريد',
    agent: 'بدر العنزي',
    head: 'سلمى الغامدي',
    action: 'اعتماد توريد',
    reason: 'تعطلت المضخة وصاحب الصلاحية في إجازة',
    answer: 'السبب مقبول',
  },
  fa: {
    admin: 'نسترن بهرامی',
    department: 'ادارهٔ انبارها',
    category: 'تأمین کالا',
    agent: 'فرید موسوی',
    head: 'لیلا کیانی',
    action: 'تصویب تأمین کالا',
    reason: 'پمپ از کار افتاد و صاحب اختیار در مرخصی بود',
    answer: 'دلیل پذیرفتنی است',
  },
  en: {
    admin: 'Hana Storey',
    department: 'Stores',
    category: 'Supplies',
    agent: 'Ben Ansley',
    head: 'Salma Goode',
    action: 'Approving supplies',
    reason: 'The pump stood still and the head was on leave',
    answer: 'The reason holds',
  },
};

for (const language of journeyLanguages) {
  test(`a decision beyond a limit is recorded with its reason, and the head answers (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const cast = casts[language];
    const { say, within } = appWords(language);
    const office = await openOffice(language, cast);
    const action = `${cast.action} ${process.pid}`;
    const { id: actionId } = await post<{ id: string }>(office.administrator, '/api/authority/actions', {
      key: `supplies.${language}-${process.pid}`,
      name: { [language]: action },
      hasAmount: true,
      onOverrun: 'override',
      splitDays: 30,
    });

    await test.step('the administrator sets a limit for heads of units', async () => {
      const page = await pageAs(browser, await hireAdministrator(language, cast.admin), language);
      await page.goto(`/authority?unit=${office.departmentId}`);
      await page.getByRole('button', { name: say('authority.add-rule') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: say('authority.action') }).click();
      await page.getByRole('option', { name: action, exact: true }).click();
      await dialog.getByRole('textbox', { name: say('authority.limit') }).fill('10000');
      await dialog.getByRole('button', { name: say('authority.add-rule') }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: new RegExp(`${action}.*10[,٬]?000`, 'su') })).toBeVisible();
      await expectSound(page);
    });

    const agentId = await idOf(await apiAs(office.agent));
    await test.step('the head delegates some of it until a day', async () => {
      const head = await apiAs(office.head);
      const { positions } = (await (await head.get('/api/authority/own')).json()) as {
        positions: { positionId: string }[];
      };
      // Days of the organisation, which is in Saudi Arabia: until three in the morning there it is yesterday elsewhere.
      const day = (later: number) =>
        new Date(Date.now() + later * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Riyadh' });
      await post(head, '/api/authority/delegations', {
        positionId: positions[0]!.positionId,
        delegateId: agentId,
        actionIds: [actionId],
        limit: { minor: 500_000, currency: 'SAR' },
        unitId: null,
        from: day(0),
        until: day(20),
        reason: cast.reason,
      });
      const page = await pageAs(browser, office.head, language);
      await page.goto('/authority/delegations');
      await expect(
        page.getByText(within('authority.from-to', { giver: cast.head, delegate: cast.agent })),
      ).toBeVisible();
      await page.getByRole('button', { name: say('authority.delegate'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('authority.delegate') });
      await expect(dialog.getByRole('checkbox', { name: action })).toBeVisible();
      // The first field stands open with its choices, which arrow keys walk through and axe takes for a region that nobody can scroll.
      await dialog.getByRole('heading', { level: 2 }).click();
      await expect(page.getByRole('option')).toHaveCount(0);
      await expectSound(page);
    });

    await test.step('whoever got it asks the matrix, and decides beyond it with a reason', async () => {
      const page = await pageAs(browser, office.agent, language);
      await page.goto('/authority?view=test');
      await choose(page, say('authority.action'), action);
      await choose(page, say('authority.unit'), office.department);
      await page.getByRole('textbox', { name: say('authority.amount') }).fill('7000');
      await page.getByRole('textbox', { name: say('authority.reference') }).fill(`PO-${process.pid}`);
      await page.getByRole('button', { name: say('authority.ask') }).click();
      await expect(page.getByText(say('authority.you.override'))).toBeVisible();
      await expect(page.getByText(say('authority.finding.over-limit'))).toBeVisible();
      // The head may.
      await expect(page.getByRole('listitem').filter({ hasText: cast.head })).toBeVisible();
      await expectSound(page);
      await page.getByRole('textbox', { name: say('authority.reason') }).fill(cast.reason);
      await page.getByRole('button', { name: say('authority.record') }).click();
      await expect(page.getByText(say('authority.recorded'))).toBeVisible();
    });

    await test.step('the head opens what was found, and answers', async () => {
      const page = await pageAs(browser, office.head, language);
      await page.goto('/authority/findings?view=people');
      await expect(page.getByText(cast.agent)).toBeHidden();
      await page.getByRole('button', { name: action }).click();
      await expect(page.getByText(cast.agent)).toBeVisible();
      await expect(page.getByRole('definition').filter({ hasText: cast.reason })).toBeVisible();
      await page.getByRole('textbox', { name: say('authority.answer-words') }).fill(cast.answer);
      await page.getByRole('button', { name: say('authority.send-answer') }).click();
      await expect(page.getByRole('region', { name: say('authority.answers') }).getByText(cast.answer)).toBeVisible();
      await expectSound(page);
    });

    await test.step('whoever decided reads the answer and sees who looked; somebody else sees nothing of it', async () => {
      const page = await pageAs(browser, office.agent, language);
      await page.goto('/authority/findings?view=mine');
      await page.getByRole('button', { name: action }).click();
      await expect(page.getByRole('region', { name: say('authority.answers') }).getByText(cast.answer)).toBeVisible();
      await page.getByRole('button', { name: within('authority.looks') }).click();
      await expect(page.getByText(cast.head).last()).toBeVisible();
      const { items } = (await (await office.administrator.get('/api/authority/findings?view=people')).json()) as {
        items: { actionId: string }[];
      };
      expect(items.filter((one) => one.actionId === actionId)).toEqual([]);
    });
  });
}

async function idOf(api: APIRequestContext): Promise<string> {
  return ((await (await api.get('/api/session')).json()) as { person: { id: string } }).person.id;
}
