// A step sheet beside a case: its steps are ticked with the keyboard, taken back, and colleagues see who did them.
import { expect, test } from './world/journey.ts';
import { publishStepSheet } from './world/articles.ts';
import { openOffice, pageAs } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { submitCase } from './world/portal-case.ts';
import { appWords } from './world/words.ts';

const casts = {
  ar: {
    names: { department: 'إدارة العدادات', category: 'قراءة العداد', agent: 'هند القحطاني', head: 'سامي الشهري' },
    customer: 'بدر الحازمي',
    phone: '0559876551',
    text: 'قراءة العداد في فاتورتي أعلى من الواقع.',
    sheet: 'مراجعة قراءة العداد',
    steps: ['طلب صورة العداد', 'مقارنة القراءتين', 'إبلاغ العميل بالنتيجة'],
  },
  fa: {
    names: { department: 'ادارهٔ کنتور', category: 'قرائت کنتور', agent: 'سارا نیک‌پور', head: 'کاوه مرادی' },
    customer: 'رضا شریفی',
    phone: '0559876552',
    text: 'عدد کنتور در قبض من بیش از واقع است.',
    sheet: 'بازبینی قرائت کنتور',
    steps: ['گرفتن عکس کنتور', 'سنجش دو قرائت', 'گفتن نتیجه به مشتری'],
  },
} as const;

for (const language of ['ar', 'fa'] as const) {
  test(`the steps of a sheet are ticked beside its case (${language})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const cast = casts[language];
    const { within } = appWords(language);
    const office = await openOffice(language, cast.names);
    await publishStepSheet(office, language, cast.sheet, cast.steps);
    const { customer: name, phone, text } = cast;
    const { id } = await submitCase(office, { language, name, phone, text });
    const page = await pageAs(browser, office.agent, language);
    const sheet = page.getByRole('region', { name: cast.sheet });
    const [first, second] = cast.steps.map((step) => sheet.getByRole('checkbox', { name: step }));

    await test.step('an agent does two steps and takes one back', async () => {
      await page.goto(`/cases/${id}`);
      await expect(sheet).toContainText(within('case.steps-done', { done: '0', all: '3' }));
      await first!.focus();
      await page.keyboard.press('Space');
      await expect(sheet.getByText(cast.names.agent)).toHaveCount(1);
      await second!.check();
      await expect(sheet.getByText(cast.names.agent)).toHaveCount(2);
      await first!.uncheck();
      await expect(sheet.getByText(cast.names.agent)).toHaveCount(1);
      await stillnessOf(page);
      expect(await accessibilityFaultsOf(page)).toEqual([]);
    });

    await test.step('the head sees it so, also on a phone', async () => {
      const head = await pageAs(browser, office.head, language);
      await head.goto(`/cases/${id}`);
      const theirs = head.getByRole('region', { name: cast.sheet });
      await expect(theirs.getByRole('checkbox', { name: cast.steps[1] })).toBeChecked();
      await expect(theirs.getByRole('checkbox', { name: cast.steps[0] })).not.toBeChecked();
      await head.setViewportSize({ width: 360, height: 740 });
      expect(await sidewaysOf(head)).toBe(0);
    });
  });
}
