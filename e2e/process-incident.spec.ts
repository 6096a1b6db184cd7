// A step that could not be taken: its owner hears of it, reads why, tries too early, and tries again once the missing value was set right.
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { decisionXml, newProcess } from './world/processes.ts';
import { appWords } from './world/words.ts';

const names = { department: 'واحد جریمه', category: 'جریمه', agent: 'نسرین کیانی', head: 'بهرام صدر' };
const steps = {
  process: 'بخشودگی جریمه',
  assess: 'بررسی درخواست',
  choice: 'مبلغ چقدر است؟',
  small: 'بخشودن در واحد',
  large: 'فرستادن نزد مدیر',
  end: 'به مشتری پاسخ داده شد',
};
const reason = 'مبلغ در درخواست کاغذی آمده بود.';

test('a failed step is seen and tried again by hand once its cause is mended (fa)', async ({ browser }) => {
  test.setTimeout(240_000);
  const { say, like, within } = appWords('fa');
  const office = await openOffice('fa', names);
  const [owner, agent] = [await apiAs(office.head), await apiAs(office.agent)];
  const xml = decisionXml(office, 'fa', steps);
  const { id, key } = await newProcess(owner, office, { language: 'fa', name: steps.process, xml });
  await post(owner, `/api/process-models/${id}/versions`, { revision: 1 });
  const instance = await post<{ id: string }>(agent, '/api/process-instances', { modelKey: key });
  const { items } = (await (await agent.get(`/api/tasks?of=all&instanceId=${instance.id}&limit=5`)).json()) as {
    items: { id: string }[];
  };
  await post(agent, `/api/tasks/${items[0]!.id}/claim`, {});
  const page = await pageAs(browser, office.head, 'fa');
  const stuck = page.getByRole('listitem').filter({ hasText: say('incident.no-flow-holds') });
  const retry = page.getByRole('button', { name: say('instance.retry') });

  await test.step('an agent completes the step without the amount, and the owner hears of it at once', async () => {
    await page.goto('/processes');
    await expect(page.getByRole('button', { name: say('notification.title'), exact: true })).toBeVisible();
    await post(agent, `/api/tasks/${items[0]!.id}/completion`, {});
    await page.getByRole('button', { name: like('notification.bell-unread') }).click();
    const told = within('notification.type.process.incident-raised', { title: steps.process });
    await page.getByRole('link', { name: told }).click();
  });

  await test.step('where it stands and why is said beside the diagram', async () => {
    await expect(stuck.getByText(steps.choice)).toBeVisible();
    await expect(page.getByRole('figure').locator('.rida-diagram-mark[data-tone="failed"]')).toBeVisible();
    await expectSound(page);
  });

  await test.step('tried again while the cause is there, it stays as it is', async () => {
    const answer = page.waitForResponse((one) => one.url().endsWith('/retry'));
    await retry.click();
    expect((await answer).ok()).toBe(true);
    await expect(stuck.getByText(steps.choice)).toBeVisible();
  });

  await test.step('with the amount set right it goes on where the amount leads', async () => {
    await page.getByRole('button', { name: say('instance.set-values') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('task.value-add') }).click();
    await dialog.getByRole('textbox', { name: say('task.value-name') }).fill('amount');
    await dialog.getByRole('textbox', { name: say('task.value'), exact: true }).fill('۹۰۰');
    await dialog.getByRole('textbox', { name: say('ui.reason') }).fill(reason);
    await expectSound(page);
    await dialog.getByRole('button', { name: say('instance.set-values') }).click();
    await expect(dialog).toBeHidden();
    // What was set right is on record, with its reason, before anybody tries again.
    await expect(page.getByText(reason)).toBeVisible();
    await retry.click();
    await expect(stuck).toHaveCount(0);
    await expect(page.getByRole('link', { name: steps.large })).toBeVisible();
    await expect(page.getByRole('link', { name: steps.small })).toHaveCount(0);
    await expectSound(page);
  });
});
