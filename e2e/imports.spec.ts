// A file of five thousand customers with faults: tried, started, stopped in the middle, gone on with, its refused rows corrected and imported.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { holdCustomer } from './world/database.ts';
import { hireAdministrator, pageAs } from './world/office.ts';
import { appWords, type JourneyLanguage } from './world/words.ts';

const rowCount = 5_000;

const texts = {
  ar: {
    administrator: 'هدى الشمري',
    head: [
      'الاسم',
      'رقم العميل',
      'البريد الإلكتروني',
      'تاريخ الميلاد',
      'المدينة',
      'ملاحظات',
      'الموافقة على التسويق بالبريد الإلكتروني',
    ],
    name: 'عميل مستورد',
    city: 'الرياض',
    note: 'بلا حقل',
    yes: 'نعم',
    day: '1410/05/10',
    noDay: '1410/13/10',
    search: 'عميل مستورد 7',
  },
  fa: {
    administrator: 'مریم صادقی',
    head: ['نام', 'کد مشتری', 'رایانامه', 'تاریخ تولد', 'شهر', 'یادداشت', 'رضایت به بازاریابی با رایانامه'],
    name: 'مشتری درون‌ریخته',
    city: 'الرياض',
    note: 'بدون فیلد',
    yes: 'بله',
    day: '1368/02/20',
    noDay: '1368/13/20',
    search: 'مشتری درون‌ریخته 7',
  },
} as const;

/** Rows 12 and 13 of the sheet hold an address that is none and a day that is none; row 4000 repeats the id of row 3. */
function fileOf(language: 'ar' | 'fa'): string {
  const words = texts[language];
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const row = index + 2;
    const id = row === 4_000 ? 3 : row;
    const email = row === 12 ? 'no-address' : `import-${language}-${row}@example.com`;
    const day = row === 13 ? words.noDay : words.day;
    return [`${words.name} ${row}`, `J-${language}-${id}`, email, day, words.city, words.note, words.yes].join(';');
  });
  return `\ufeff${[words.head.join(';'), ...rows].join('\r\n')}`;
}

for (const language of ['ar', 'fa'] as const) {
  test(`a file is imported, stopped, resumed and corrected (${language})`, async ({ browser }) => {
    test.setTimeout(300_000);
    const page = await pageAs(browser, await hireAdministrator(language, texts[language].administrator), language);
    await page.goto('/imports');
    await test.step('the file is read as it should be', () => readFileStep(page, language));
    await test.step('a trial run shows the faults', () => tryStep(page, language));
    await test.step('stopped in the middle, and gone on with after coming back', () => runStep(page, language));
    await test.step('the refused rows are corrected and imported', () => correctStep(page, language));
    await test.step('the list is taken along as it is filtered', () => exportStep(page, language));
  });
}

async function sendFile(page: Page, language: JourneyLanguage, name: string, content: string): Promise<void> {
  const { say } = appWords(language);
  await page.goto('/imports/new');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('import.choose') }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function readFileStep(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  await sendFile(page, language, `customers-${language}.csv`, fileOf(language));
  await expect(page.getByLabel(say('import.encoding'), { exact: true }).first()).toHaveValue('UTF-8');
  await expect(page.getByLabel(say('import.delimiter')).first()).toHaveValue(say('import.delimiter.semicolon'));
  await expect(page.getByRole('columnheader', { name: texts[language].head[1] })).toBeVisible();
  await page.getByRole('button', { name: say('import.to-columns') }).click();
}

async function tryStep(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const { say, like, within } = appWords(language);
  const { head } = texts[language];
  const field = (column: string) => page.getByRole('combobox', { name: like('import.field-of', { column }) });
  await expect(field(head[0])).toHaveValue({ ar: 'الاسم', fa: 'نام' }[language]);
  await expect(field(head[1])).toHaveValue({ ar: 'المعرّف الخارجي', fa: 'شناسهٔ بیرونی' }[language]);
  await expect(field(head[5])).toHaveValue(say('import.leave-out'));
  await expect(field(head[6])).toHaveValue(head[6]);
  await expect(page.getByText(say('import.consents-hint'))).toBeVisible();
  const dates = page.getByRole('combobox', { name: like('import.dates-of', { column: head[3] }) });
  if (language === 'fa') {
    // The organisation counts in another calendar than the one that this file comes from.
    await dates.click();
    await page.getByRole('option', { name: say('import.dates.persian') }).click();
  }
  await expect(dates).toHaveValue(say(language === 'ar' ? 'import.dates.islamic-umalqura' : 'import.dates.persian'));
  await page.getByRole('button', { name: say('import.run-trial'), exact: true }).click();
  await expect(page.getByRole('button', { name: say('import.start') })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(say('field.email-invalid'))).toBeVisible();
  await expect(page.getByText(say('field.date-month-out-of-range'))).toBeVisible();
  await expect(page.getByText(within('field.twice-in-file'))).toBeVisible();
  expect(await customersFound(page, texts[language].search)).toBe(0);
}

async function runStep(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  // Somebody else registers the customer of row 3001 at this moment, and the import waits for the outcome.
  const release = await holdCustomer(`J-${language}-3001`);
  try {
    await page.getByRole('button', { name: say('import.start') }).click();
    await expect.poll(() => done(page), { timeout: 60_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: say('import.stop'), exact: true }).click();
    await expect(page.getByText(say('import.stopped'), { exact: true })).toBeVisible();
  } finally {
    await release();
  }
  const before = await done(page);
  expect(before).toBeLessThan(rowCount);
  const address = page.url();
  await page.goto('/imports');
  await page
    .getByRole('button', { name: `customers-${language}.csv` })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(address.split('/').at(-1)!.split('?')[0]!));
  await page.getByRole('button', { name: say('import.resume') }).click();
  await expect(page.getByText(say('import.finished'), { exact: true })).toBeVisible({ timeout: 120_000 });
  expect(await countsOf(page)).toMatchObject({ done: rowCount, created: rowCount - 3, refused: 3 });
}

async function correctStep(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  const { day, noDay, head } = texts[language];
  await page.getByRole('button', { name: say('import.refused-file') }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: say('export.format.csv') }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain(say('field.date-month-out-of-range'));
  expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(4);
  const corrected = csv
    .replace('no-address', `import-${language}-12@example.com`)
    .replace(noDay, day)
    .replace(`J-${language}-3,`, `J-${language}-4000,`);
  await sendFile(page, language, `corrected-${language}.csv`, corrected);
  await page.getByRole('button', { name: say('import.to-columns') }).click();
  // What the columns meant is remembered, the calendar of the dates too.
  const dates = page.getByRole('combobox', { name: appWords(language).like('import.dates-of', { column: head[3] }) });
  if (language === 'ar') await expect(dates).toHaveValue(say('import.dates.islamic-umalqura'));
  else await expect(dates).toHaveValue(say('import.dates.persian'));
  await page.getByRole('button', { name: say('import.run-trial'), exact: true }).click();
  await page.getByRole('button', { name: say('import.start') }).click({ timeout: 60_000 });
  await expect(page.getByText(say('import.finished-all'))).toBeVisible({ timeout: 60_000 });
  expect(await countsOf(page)).toMatchObject({ done: 3, created: 3, refused: 0 });
}

async function exportStep(page: Page, language: 'ar' | 'fa'): Promise<void> {
  const { say } = appWords(language);
  await page.goto(`/customers?q=import-${language}-12@`);
  await page.getByRole('button', { name: say('export.take') }).click();
  const dialog = page.getByRole('dialog', { name: say('export.take-title') });
  await dialog.getByRole('radio', { name: say('export.format.csv') }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: say('export.take') }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  // Below the rows a file says what it leaves out: records that another journey merged, for one.
  const lines = csv.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`import-${language}-12@example.com`);
  await page.goto('/imports?view=exports');
  await expect(page.getByText(texts[language].administrator).first()).toBeVisible();
}

type Made = { counts: { done: number; created: number; refused: number } };

async function countsOf(page: Page): Promise<Made['counts']> {
  const id = /imports\/([0-9a-f-]{36})/.exec(page.url())![1];
  return ((await (await page.request.get(`/api/imports/${id}`)).json()) as Made).counts;
}

const done = async (page: Page): Promise<number> => (await countsOf(page)).done;

async function customersFound(page: Page, q: string): Promise<number> {
  const answer = await page.request.get(`/api/customers?q=${encodeURIComponent(q)}`);
  return ((await answer.json()) as { items: unknown[] }).items.length;
}
