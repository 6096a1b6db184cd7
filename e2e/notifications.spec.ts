// Notices: the bell moves while the page is open, the keyboard opens it and what it tells of, and a colleague's bell stays still.
import { expect, test } from './world/journey.ts';
import { choose } from './world/fields.ts';
import { tell } from './world/database.ts';
import { openOffice, pageAs, post } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords } from './world/words.ts';

const casts = {
  ar: {
    department: 'قسم العدادات',
    category: 'العدادات',
    agent: 'منى الشهري',
    head: 'سالم العتيبي',
    title: 'قراءة العداد',
  },
  fa: { department: 'بخش کنتور', category: 'کنتور', agent: 'مینا رستمی', head: 'کامران نوری', title: 'خواندن کنتور' },
} as const;

for (const language of ['ar', 'fa'] as const) {
  test(`a notice comes to its person alone, is opened and read (${language})`, async ({ browser }) => {
    const cast = casts[language];
    const { say, like, within } = appWords(language);
    const office = await openOffice(language, cast);
    const { id, number } = await post<{ id: string; number: string }>(office.administrator, '/api/cases', {
      kind: 'complaint',
      subject: cast.title,
      description: cast.title,
      channel: 'phone',
      categoryId: office.categoryId,
      customer: { kind: 'person', name: cast.head, language },
    });
    const page = await pageAs(browser, office.agent, language);
    const colleague = await pageAs(browser, office.head, language);
    const silent = { name: say('notification.title'), exact: true };
    for (const one of [page, colleague]) {
      await one.goto('/cases');
      await expect(one.getByRole('button', silent)).toBeVisible();
    }

    await test.step('the bell says how many are unread, to this person only', async () => {
      await tell(office.agent.email, {
        type: 'clock.breached',
        subjectType: 'case',
        subjectId: id,
        data: { number, dueAt: '2026-11-22T07:30:00.000Z' },
      });
      await tell(office.agent.email, {
        type: 'announcement.published',
        subjectType: 'announcement',
        subjectId: id,
        data: { title: { [language]: cast.title } },
      });
      await expect(page.getByRole('button', { name: like('notification.bell-unread') })).toHaveText(/[2٢۲]/);
      await colleague.reload();
      await expect(colleague.getByRole('button', silent)).toBeVisible();
    });

    await test.step('the keyboard opens the newest, and from there the case', async () => {
      await page.getByRole('button', { name: like('notification.bell-unread') }).press('Enter');
      const list = page.getByRole('list', { name: say('notification.newest') });
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await stillnessOf(page);
      // What the list covers cannot be pressed now, and is looked at where nothing covers it.
      expect(await accessibilityFaultsOf(page, '[role=dialog]')).toEqual([]);
      await list.getByRole('link', { name: number }).press('Enter');
      await expect(page).toHaveURL(new RegExp(`/cases/${id}`));
      await expect(page.getByRole('button', { name: like('notification.bell-unread') })).toHaveText(/[1١۱]/);
    });

    await test.step('the page has all of them; all are marked as read', async () => {
      await page.goto('/notifications?state=unread');
      const list = page.getByRole('list', { name: say('notification.title') });
      await expect(list.getByRole('listitem')).toHaveText([
        within('notification.type.announcement.published', { title: cast.title }),
      ]);
      await page.getByRole('button', { name: say('notification.mark-all') }).click();
      await expect(page.getByText(say('notification.none'), { exact: true })).toBeVisible();
      await expect(page.getByRole('button', silent)).toBeVisible();
      await page.getByText(say('notification.filter-all'), { exact: true }).click();
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await page.setViewportSize({ width: 360, height: 740 });
      await stillnessOf(page);
      expect(await sidewaysOf(page)).toBe(0);
      expect(await accessibilityFaultsOf(page)).toEqual([]);
    });

    await test.step('when mail comes is chosen on the profile and kept', async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole('link', { name: say('notification.choose') }).click();
      const part = page.getByRole('region', { name: say('notification.title') });
      await choose(page, say('notification.group.knowledge'), say('notification.delivery.never'));
      await part.getByRole('button', { name: say('ui.save') }).click();
      await expect(page.getByText(say('notification.preferences-saved'))).toBeVisible();
      await page.reload();
      await expect(part.getByRole('combobox', { name: say('notification.group.knowledge') })).toHaveValue(
        say('notification.delivery.never'),
      );
    });
  });
}
