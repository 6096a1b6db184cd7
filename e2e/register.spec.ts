// A phone call: registered for a known and for a new customer, worked on with notes, waits and files, and closed in three ways.
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { choose } from './world/fields.ts';
import { apiAs, openOffice, pageAs, phoneOf, post, type Office } from './world/office.ts';
import { submitCase } from './world/portal-case.ts';
import { appWords } from './world/words.ts';
import { letterTo, linkOf } from './world/mailbox.ts';

const { say, like, within } = appWords('ar');
const names = {
  department: 'إدارة النظافة',
  category: 'تأخر رفع النفايات',
  agent: 'هند الغامدي',
  head: 'سلطان المطيري',
};

let office: Office;
test.beforeAll(async () => {
  office = await openOffice('ar', names);
});

test('a call is registered for a customer who is found, and the draft survives a reload (ar)', async ({ browser }) => {
  const known = await submitCase(office, {
    language: 'ar',
    name: 'عبدالله السبيعي',
    email: `known-${process.pid}@example.org`,
    text: 'سؤال سابق عن مواعيد الرفع',
  });
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto('/cases/new');

  await test.step('what was typed is there after a reload', async () => {
    await page.getByRole('textbox', { name: say('case.subject'), exact: true }).fill('لم ترفع الحاويات منذ أسبوع');
    await page
      .getByRole('textbox', { name: say('case.description'), exact: true })
      .fill('اتصل يشكو من الرائحة أمام داره.');
    await attach(page, { name: 'صورة.png', mimeType: 'image/png', buffer: onePixel });
    await expect.poll(() => page.evaluate('JSON.stringify(localStorage)')).toContain('صورة.png');
    await page.reload();
    await expect(page.getByRole('textbox', { name: say('case.subject'), exact: true })).toHaveValue(
      'لم ترفع الحاويات منذ أسبوع',
    );
    await expect(page.getByText('صورة.png')).toBeVisible();
  });

  await test.step('the customer is found by another spelling of the name', async () => {
    await page.getByRole('combobox', { name: say('case.customer-find') }).fill('عبد الله السبيعى');
    await page.getByRole('option', { name: 'عبدالله السبيعي' }).click();
    await expect(page.getByRole('button', { name: say('case.customer-other') })).toBeVisible();
  });

  await test.step('registered, its codes are read out, and the file is there', async () => {
    await choose(page, say('case.fact.category_id'), office.category);
    await expect(page.getByRole('combobox', { name: say('case.fact.unit') })).toHaveValue(office.department);
    await page.getByRole('button', { name: say('case.register'), exact: true }).click();
    await expect(page.getByRole('heading', { name: say('case.register.done') })).toBeVisible();
    await page.getByRole('button', { name: say('case.register.open') }).click();
    const thread = page.getByRole('region', { name: say('case.timeline') });
    const file = thread.getByRole('link', { name: 'صورة.png' });
    const down = await page.request.get((await file.getAttribute('href'))!);
    expect(down.headers()['content-type']).toContain('image/png');
    expect(Buffer.compare(await down.body(), onePixel)).toBe(0);
    await expect(page.getByRole('complementary', { name: say('case.context') }).getByText(known.number)).toBeVisible();
  });
});

test('a call of somebody new is noted, set aside, classified and closed by authority (ar)', async ({ browser }) => {
  const email = `new-${process.pid}@example.org`;
  const page = await pageAs(browser, office.head, 'ar');
  await test.step('registered with a new customer', async () => {
    await page.goto('/cases/new');
    await page.getByRole('button', { name: say('case.customer-new') }).click();
    await page.getByRole('textbox', { name: say('case.customer-name') }).fill('لطيفة العمري');
    await page.getByRole('textbox', { name: say('case.contact.email') }).fill(email);
    await page.getByRole('textbox', { name: say('case.contact.phone') }).fill('٠٥٠١٢٣٤٥٦٧');
    await page.getByRole('button', { name: say('case.register'), exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: within('ui.form-faults') })).toBeVisible();
    await page.getByRole('textbox', { name: say('case.subject'), exact: true }).fill('حاوية مكسورة');
    await page.getByRole('textbox', { name: say('case.description'), exact: true }).fill('الغطاء مكسور منذ يومين.');
    await choose(page, say('case.fact.category_id'), office.category);
    await page.getByRole('button', { name: say('case.register'), exact: true }).click();
    await page.getByRole('button', { name: say('case.register.open') }).click();
  });

  await test.step('a note is for colleagues only', async () => {
    await page.getByRole('tab', { name: say('case.tab.note') }).click();
    await page.getByRole('textbox', { name: say('case.compose.note') }).fill('المورد السابق متعثر.');
    await page.getByRole('button', { name: say('case.send.note') }).click();
    await expect(page.getByRole('article').filter({ hasText: 'المورد السابق متعثر.' })).toContainText(
      say('ui.internal-note'),
    );
    const phone = await phoneOf(browser, 'ar');
    await phone.goto(linkOf(await letterTo(email, 'registered', 'ar')));
    await expect(phone.getByText('الغطاء مكسور منذ يومين.')).toBeVisible();
    await expect(phone.getByText('المورد السابق متعثر.')).toHaveCount(0);
    await phone.context().close();
  });

  await test.step('set aside until tomorrow, then taken up again', async () => {
    await more(page, say('case.dialog.wait'));
    const dialog = page.getByRole('dialog', { name: say('case.dialog.wait') });
    await dialog.getByRole('radio', { name: say('case.wait.outside-party') }).check();
    await dialog.getByRole('button', { name: say('case.wait.preset.three-days') }).click();
    await dialog.getByRole('button', { name: say('case.wait.submit') }).click();
    await expect(
      page.getByText(within('case.standing.waiting', { reason: say('case.wait.outside-party') })),
    ).toBeVisible();
    await page.getByRole('button', { name: say('case.wait-end') }).click();
    await expect(page.getByRole('button', { name: say('case.wait-end') })).toBeHidden();
  });

  await test.step('classified as urgent', async () => {
    await more(page, say('case.dialog.classify'));
    const dialog = page.getByRole('dialog', { name: say('case.dialog.classify') });
    await dialog.getByRole('combobox', { name: say('case.fact.priority') }).click();
    await page.getByRole('option', { name: say('case.priority.urgent') }).click();
    await dialog.getByRole('button', { name: say('ui.save') }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(within('case.fact-changed', { fact: say('case.fact.priority') }))).toBeVisible();
  });

  await test.step('closed by authority, with the reason under a name', async () => {
    await more(page, say('case.dialog.close'));
    const dialog = page.getByRole('dialog', { name: say('case.dialog.close') });
    await dialog.getByRole('radio', { name: say('case.authority.out-of-scope') }).check();
    await dialog
      .getByRole('textbox', { name: say('case.close.explanation') })
      .fill('الحاويات الخاصة من اختصاص المطور.');
    await dialog.getByRole('button', { name: say('case.close.submit') }).click();
    const card = page.getByRole('article').filter({ hasText: 'الحاويات الخاصة من اختصاص المطور.' });
    await expect(card).toContainText(say('case.outcome-means.closed_by_authority'));
    await expect(card).toContainText(office.head.name);
    expect(await figures()).toMatchObject({ confirmed: 0 });
  });
});

test('an answer accepted by phone is reported with evidence, apart from confirmations (ar)', async ({ browser }) => {
  const { id } = await submitCase(office, {
    language: 'ar',
    name: 'سعد القرني',
    phone: '0551234567',
    text: 'حاوية ناقصة في شارعنا',
  });
  await post(await apiAs(office.agent), `/api/cases/${id}/resolution`, { answer: 'وُضعت حاوية جديدة.' });
  const page = await pageAs(browser, office.agent, 'ar');
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: say('case.dialog.report') }).click();
  const dialog = page.getByRole('dialog', { name: say('case.dialog.report') });
  await dialog.getByRole('button', { name: say('case.report.submit') }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: within('ui.form-faults') })).toBeVisible();
  await dialog
    .getByRole('textbox', { name: say('case.report.evidence') })
    .fill('مكالمة مسجلة رقم 7781، قال: وصلت الحاوية.');
  await dialog.getByRole('button', { name: say('case.report.submit') }).click();
  const card = page.getByRole('article').filter({ hasText: 'مكالمة مسجلة رقم' }).last();
  await expect(card).toContainText(say('case.outcome-means.reported'));
  await expect(page.getByText(like('ui.case-word.reported')).first()).toBeVisible();
  expect(await figures()).toMatchObject({ confirmed: 0, reported: 1 });
});

async function figures(): Promise<Record<string, number>> {
  const answer = await office.administrator.get(`/api/figures/cases?unitId=${office.departmentId}`);
  return ((await answer.json()) as { claims: Record<string, number> }).claims;
}

async function more(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: say('case.more') }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

async function attach(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('ui.attach') }).click();
  await (await chosen).setFiles(file);
  await expect(page.getByRole('button', { name: like('ui.remove-file', { name: file.name }) })).toBeVisible();
  // One that is still on its way can be removed too.
  await expect(page.getByRole('progressbar', { name: file.name })).toHaveCount(0);
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
