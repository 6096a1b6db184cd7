// A procedure from its draft to the last receipt, and an announcement that must be confirmed.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { hireAdministrator, openOffice, pageAs, type Colleague, type Office } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords } from './world/words.ts';

/** One point. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const casts = {
  ar: {
    department: 'إدارة البلاغات',
    category: 'بلاغات الطرق',
    agent: 'ليلى الزهراني',
    head: 'ماجد العتيبي',
    administrator: 'نورة السبيعي',
    own: 'العربية',
    title: 'إجراء استقبال البلاغات',
    heading: 'الغاية',
    text: 'يُسجَّل كل بلاغ في اليوم نفسه برقم في CRM.',
    picture: 'خريطة أقسام الطريق',
    drawing: 'مسار البلاغ',
    pasted: ['قبل التسجيل', 'التحقق من موقع البلاغ'],
    question: 'متى يُسجَّل البلاغ؟',
    right: 'في اليوم نفسه',
    wrong: 'خلال أسبوع',
    asked: 'هل يشمل ذلك بلاغات الهاتف؟',
    answer: 'نعم، من المكالمة نفسها.',
    news: 'توقف النظام مساء الخميس',
    newsText: 'يتوقف النظام ساعة للصيانة.',
  },
  fa: {
    department: 'ادارهٔ گزارش‌ها',
    category: 'گزارش‌های راه',
    agent: 'نگار رحیمی',
    head: 'بهرام صادقی',
    administrator: 'شیرین کاظمی',
    own: 'فارسی',
    title: 'روش اجرایی دریافت گزارش',
    heading: 'هدف',
    text: 'هر گزارش همان روز با شماره‌ای در CRM ثبت می‌شود.',
    picture: 'نقشهٔ بخش‌های راه',
    drawing: 'مسیر گزارش',
    pasted: ['پیش از ثبت', 'بررسی جای گزارش'],
    question: 'گزارش کی ثبت می‌شود؟',
    right: 'همان روز',
    wrong: 'ظرف یک هفته',
    asked: 'آیا گزارش‌های تلفنی را هم در بر می‌گیرد؟',
    answer: 'بله، از همان تماس.',
    news: 'توقف سامانه در پنجشنبه‌شب',
    newsText: 'سامانه یک ساعت برای نگهداری متوقف می‌شود.',
  },
} as const;

for (const language of ['ar', 'fa'] as const) {
  const cast = casts[language];
  const { say, within } = appWords(language);

  test(`a procedure is written, approved by another, read and understood (${language})`, async ({ browser }) => {
    test.setTimeout(600_000);
    const office = await openOffice(language, cast);
    const approver = await hireAdministrator(language, cast.administrator);
    const author = await pageAs(browser, office.head, language);
    let address = '';

    await test.step('the head of the department writes a draft with a question', async () => {
      await author.goto('/knowledge');
      await author.getByRole('button', { name: say('knowledge.add') }).click();
      const begin = author.getByRole('dialog', { name: say('knowledge.add') });
      await begin.getByRole('textbox', { name: say('knowledge.document-title') }).fill(cast.title);
      await begin.getByRole('button', { name: say('knowledge.begin') }).click();
      const text = author.getByRole('textbox', { name: `${say('knowledge.text')} (${cast.own})` });
      // The editor is the largest part that a page loads.
      await text.waitFor({ timeout: 120_000 });
      await text.fill(cast.text);
      await expect(text.locator('p').first()).toHaveAttribute('dir', 'rtl');
      await turnTwice(author, text);
      await insertPicture(author, cast.picture);
      await pasteFromWord(author, text, cast);
      await author.getByRole('switch', { name: say('receipt.demand') }).check();
      await writeQuestion(author, language);
      await author.getByRole('button', { name: say('ui.save') }).click();
      await expect(author.getByText(say('knowledge.draft-saved'))).toBeVisible();
      await expectSound(author);
    });

    await test.step('a receipt that nobody would be asked for is refused, until it is said whom it concerns', async () => {
      await askReview(author, approver);
      await expect(author.getByRole('dialog').getByText(say('field.required'))).toBeVisible();
      await author
        .getByRole('dialog')
        .getByRole('button', { name: say('ui.close') })
        .click();
      await author.getByRole('link', { name: say('knowledge.back') }).click();
      await author.getByText(say('knowledge.view.readers'), { exact: true }).click();
      await author.getByRole('combobox', { name: say('knowledge.concern.unit') }).click();
      await author.getByRole('option', { name: cast.department }).last().click();
      await author.getByRole('button', { name: say('knowledge.concern-add'), exact: true }).click();
      await author.getByRole('button', { name: say('ui.save') }).click();
      await expect(author.getByText(say('knowledge.saved'))).toBeVisible();
    });

    await test.step('sent to review, its author cannot approve it, and is told why', async () => {
      await author
        .getByRole('link', { name: say('knowledge.go-on') })
        .first()
        .click();
      await askReview(author, approver);
      await expect(author.getByText(say('knowledge.review-was-asked'))).toBeVisible();
      await author.getByRole('button', { name: say('knowledge.approve') }).click();
      await expect(author.getByText(say('problem.knowledge.own-version'))).toBeVisible();
      address = new URL(author.url()).pathname + new URL(author.url()).search;
    });

    await test.step('somebody else approves it, and it is in force', async () => {
      const page = await pageAs(browser, approver, language);
      await page.goto(address);
      await expectSound(page);
      await page.getByRole('button', { name: say('knowledge.approve') }).click();
      await expect(page.getByText(say('knowledge.approved'))).toBeVisible();
      await expect(page.getByText(say('knowledge.state.in-force')).first()).toBeVisible();
      await page.context().close();
    });

    await test.step('an agent reads it, answers wrong, reads again and answers right', async () => {
      const agent = await pageAs(browser, office.agent, language);
      await agent.goto('/knowledge/to-read');
      await agent.getByRole('link', { name: cast.title }).click();
      await expect(agent.getByText(cast.text)).toBeVisible();
      for (const name of [cast.picture, cast.drawing]) await expectSeen(agent.getByRole('img', { name }));
      await expect(agent.getByRole('listitem').filter({ hasText: cast.pasted[1] })).toBeVisible();
      await agent.getByRole('radio', { name: cast.wrong }).check();
      await agent.getByRole('button', { name: say('receipt.give') }).click();
      await expect(agent.getByText(say('receipt.wrong'))).toBeVisible();
      await expect(agent.getByText(`${say('receipt.read-again')}: ${cast.heading}`)).toBeVisible();
      await expectSound(agent);
      await agent.getByRole('radio', { name: cast.right }).check();
      await agent.getByRole('button', { name: say('receipt.give') }).click();
      await expect(agent.getByText(within('receipt.given'))).toBeVisible();
      await agent.getByRole('button', { name: say('knowledge.ask') }).click();
      await agent.getByRole('textbox', { name: say('knowledge.question') }).fill(cast.asked);
      await agent.getByRole('button', { name: say('knowledge.ask-owner') }).click();
      await expect(agent.getByText(say('knowledge.question-asked'))).toBeVisible();
      await agent.goto('/knowledge/to-read');
      await expect(agent.getByText(say('receipt.none.open'))).toBeVisible();
    });

    await test.step('the author sees who has not read it, and answers the question', async () => {
      await author.goto(address);
      await author.getByText(say('knowledge.view.readers'), { exact: true }).click();
      const readers = author.getByRole('list', { name: say('receipt.who') });
      await expect(readers.getByText(cast.head)).toBeVisible();
      await expect(readers.getByText(cast.agent)).toHaveCount(0);
      await author.getByText(say('receipt.state.read'), { exact: true }).last().click();
      await expect(readers.getByText(cast.agent)).toBeVisible();
      await expectSound(author);
      await author.goto('/knowledge/questions');
      await author.getByRole('button', { name: say('knowledge.answer') }).click();
      await author.getByRole('textbox', { name: say('knowledge.answer-text') }).fill(cast.answer);
      await author.getByRole('button', { name: say('knowledge.answer-send') }).click();
      await expect(author.getByText(say('knowledge.questions.to-answer.none'))).toBeVisible();
    });
  });

  test(`an announcement stands above every page until it is confirmed, and its reach is counted (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const office = await openOffice(language, cast);
    const head = await pageAs(browser, office.head, language);

    await test.step('written for the department, to be confirmed', async () => {
      await head.goto('/announcements');
      await head.getByRole('button', { name: say('announcement.add') }).click();
      await head
        .getByRole('textbox', { name: `${say('announcement.headline')} (${cast.own})` })
        .fill(`${cast.news} ${office.departmentId.slice(-4)}`);
      const text = head.getByRole('textbox', { name: `${say('knowledge.text')} (${cast.own})` });
      await text.waitFor({ timeout: 120_000 });
      await text.fill(cast.newsText);
      await addDepartment(head, office, language);
      await head.getByRole('switch', { name: say('announcement.must-confirm') }).check();
      await expectSound(head);
      await head.getByRole('button', { name: say('announcement.publish') }).click();
      await expect(head.getByText(say('announcement.published'), { exact: true })).toBeVisible();
    });

    await test.step('whom it concerns finds it above the inbox, reads and confirms it', async () => {
      const agent = await pageAs(browser, office.agent, language);
      await agent.goto('/cases');
      await agent.getByRole('link', { name: say('announcement.read-and-confirm') }).click();
      await expect(agent.getByText(cast.newsText)).toBeVisible();
      await agent.getByRole('button', { name: say('announcement.confirm') }).click();
      await expect(agent.getByText(within('announcement.is-confirmed')).first()).toBeVisible();
      await expect(agent.getByRole('link', { name: say('announcement.read-and-confirm') })).toHaveCount(0);
    });

    await test.step('of two whom it concerns, one has confirmed', async () => {
      await head.reload();
      const reach = head.getByRole('region', { name: say('announcement.reach') });
      await expect(reach.locator('dl > div', { hasText: say('announcement.reach.concerned') })).toContainText(/[2۲]/);
      await expect(reach.locator('dl > div', { hasText: say('announcement.reach.confirmed') })).toContainText(/[1۱]/);
      await expectSound(head);
    });
  });

  /** To the other side, and back to how the words read. */
  async function turnTwice(page: Page, text: Locator): Promise<void> {
    for (const side of ['ltr', 'rtl']) {
      await text.press('Control+Shift+X');
      await expect(text.locator('p').first()).toHaveAttribute('dir', side);
    }
    await expect(
      page.getByRole('button', { name: say('ui.rich-text.direction'), exact: true }).first(),
    ).toHaveAttribute('aria-pressed', 'false');
  }

  async function insertPicture(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: say('ui.rich-text.picture'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say('ui.rich-text.picture') });
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: say('ui.rich-text.picture-choose') }).click();
    await (await chooser).setFiles({ name: 'map.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
    await describePicture(page, name);
  }

  /** Without words it is refused. */
  async function describePicture(page: Page, name: string): Promise<void> {
    const dialog = page.getByRole('dialog', { name: say('ui.rich-text.picture') });
    await dialog.getByRole('button', { name: say('ui.rich-text.picture-insert') }).click();
    await expect(dialog.getByText(say('field.alternative-text-missing'))).toBeVisible();
    await dialog.getByRole('textbox', { name: say('ui.rich-text.picture-alt') }).fill(name);
    await dialog.getByRole('button', { name: say('ui.rich-text.picture-insert') }).click();
    await expect(dialog).toBeHidden();
    await expectSeen(page.getByRole('img', { name }));
  }

  /** A heading, a list and a drawing, as Word puts them on the clipboard; a second picture stayed on the other computer. */
  async function pasteFromWord(
    page: Page,
    text: Locator,
    { pasted, drawing }: (typeof casts)['ar' | 'fa'],
  ): Promise<void> {
    await text.press('Control+End');
    await text.press('Enter');
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body>
      <h1 dir=RTL style='text-align:right'><span style='font-family:"Sakkal Majalla"'>${pasted[0]}<o:p></o:p></span></h1>
      <p class=MsoListParagraph dir=RTL style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>${pasted[1]}<o:p></o:p></p>
      <p class=MsoNormal dir=RTL><img width=90 height=60 src="data:image/png;base64,${png}"><img width=90 src="file:///C:/msohtmlclip1/image002.png"></p>
      </body></html>`;
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ${JSON.stringify(html)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await describePicture(page, drawing);
    await expect(page.getByText(within('ui.rich-text.pictures-lost', { count: '1' }))).toBeVisible();
    await expect(text.getByRole('heading', { name: pasted[0] })).toBeVisible();
    await expect(text.getByRole('listitem')).toHaveText(pasted[1]);
  }

  async function writeQuestion(page: Page, reader: 'ar' | 'fa'): Promise<void> {
    const { own, question, right, wrong, heading } = casts[reader];
    await page.getByRole('button', { name: say('receipt.question-add') }).click();
    const entry = page.getByRole('group', { name: within('receipt.question') });
    const entries = entry.locator(`input[aria-label$="(${own})"]`);
    await entries.nth(0).fill(question);
    await entries.nth(1).fill(right);
    await entries.nth(2).fill(wrong);
    await entries.nth(3).fill(heading);
  }

  async function askReview(page: Page, reviewer: Colleague): Promise<void> {
    await page.getByRole('button', { name: say('knowledge.ask-review') }).click();
    const dialog = page.getByRole('dialog', { name: say('knowledge.ask-review') });
    const people = dialog.getByRole('combobox', { name: say('knowledge.reviewers') });
    await people.fill(reviewer.name);
    await page.getByRole('option', { name: reviewer.email }).click();
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: say('knowledge.ask-review') }).click();
  }

  async function addDepartment(page: Page, office: Office, reader: 'ar' | 'fa'): Promise<void> {
    await page.getByRole('combobox', { name: appWords(reader).say('knowledge.concern.unit') }).click();
    await page.getByRole('option', { name: office.department }).last().click();
    await page.getByRole('button', { name: say('knowledge.concern-add'), exact: true }).click();
  }
}

/** Loaded, not only there. */
async function expectSeen(picture: Locator): Promise<void> {
  await expect.poll(() => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBeGreaterThan(0);
}

async function expectSound(page: Page): Promise<void> {
  await stillnessOf(page);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await stillnessOf(page);
  expect(await sidewaysOf(page)).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1480, height: 900 });
}
