// An answer sent while its file still uploads waits for the file, and both arrive together.
import { expect, test } from './world/journey.ts';
import { openOffice, pageAs } from './world/office.ts';
import { submitCase } from './world/portal-case.ts';
import { appWords } from './world/words.ts';

test('an answer waits for its file, and leaves with it (ar)', async ({ browser }) => {
  const { say } = appWords('ar');
  const office = await openOffice('ar', {
    department: 'إدارة العدادات',
    category: 'قراءة العداد',
    agent: 'ليان الزهراني',
    head: 'ماجد الحربي',
  });
  const { id } = await submitCase(office, {
    language: 'ar',
    name: 'هيا القحطاني',
    email: `file-${process.pid}@example.org`,
    text: 'قراءة العداد لا تطابق الفاتورة.',
  });
  const page = await pageAs(browser, office.agent, 'ar');
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/api/files', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/cases/${id}`);
  const text = page.getByRole('textbox', { name: say('case.compose.message') });
  await text.fill('نرفق صورة القراءة.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('ui.attach') }).click();
  await (await chooser).setFiles({ name: 'قراءة.txt', mimeType: 'text/plain', buffer: Buffer.from('٤٢') });
  await page.getByRole('button', { name: say('case.send.message'), exact: true }).click();
  await expect(page.getByText(say('ui.sent-after-upload'))).toBeVisible();
  await expect(text).toHaveValue('نرفق صورة القراءة.');
  release();
  await expect(text).toHaveValue('');
  await expect(page.getByRole('link', { name: 'قراءة.txt' })).toBeVisible({ timeout: 20_000 });
});
