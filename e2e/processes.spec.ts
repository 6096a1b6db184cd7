// A process from a list of steps to its first instance: drawn, mended, published, worked on, refused at the hand-off, seen on the diagram.
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { appWords, journeyLanguages, type JourneyLanguage } from './world/words.ts';

type Cast = {
  first: { department: string; category: string; agent: string; head: string };
  second: { department: string; category: string; agent: string; head: string };
  own: string;
  name: string;
  steps: readonly [string, string];
  renamed: string;
  handedOver: string;
  refusal: string;
};

const casts: Record<JourneyLanguage, Cast> = {
  ar: {
    first: { department: 'مكتب الاستقبال', category: 'استقبال', agent: 'دلال المطيري', head: 'فهد الحربي' },
    second: { department: 'مختبر الفحص', category: 'فحص', agent: 'سلمى القحطاني', head: 'عادل الشهري' },
    own: 'العربية',
    name: 'استبدال جهاز معيب',
    steps: ['استلام الجهاز', 'فحص الجهاز'],
    renamed: 'استلام الجهاز المعيب',
    handedOver: 'الجهاز مع فاتورة الشراء',
    refusal: 'الفاتورة غير مرفقة.',
  },
  fa: {
    first: { department: 'میز پذیرش', category: 'پذیرش', agent: 'مریم یوسفی', head: 'کامران نادری' },
    second: { department: 'آزمایشگاه بررسی', category: 'بررسی', agent: 'سارا امینی', head: 'پیمان شریفی' },
    own: 'فارسی',
    name: 'تعویض دستگاه معیوب',
    steps: ['دریافت دستگاه', 'بررسی دستگاه'],
    renamed: 'دریافت دستگاه معیوب',
    handedOver: 'دستگاه همراه با فاکتور خرید',
    refusal: 'فاکتور پیوست نشده است.',
  },
  en: {
    first: { department: 'Front desk', category: 'Reception', agent: 'Dora Marsh', head: 'Frank Hale' },
    second: { department: 'Test laboratory', category: 'Tests', agent: 'Selma Kent', head: 'Adam Shaw' },
    own: 'English',
    name: 'Replace a faulty device',
    steps: ['Receive the device', 'Test the device'],
    renamed: 'Receive the faulty device',
    handedOver: 'The device with its receipt',
    refusal: 'The receipt is missing.',
  },
};

for (const language of journeyLanguages) {
  const cast = casts[language];
  const { say, within } = appWords(language);

  test(`a process is written as a list, mended, published and worked on (${language})`, async ({ browser }) => {
    test.setTimeout(600_000);
    const desk = await openOffice(language, cast.first);
    const laboratory = await openOffice(language, cast.second);
    const owner = await pageAs(browser, desk.head, language);
    const saved = owner.getByRole('status').filter({ hasText: say('process.save.saved') });
    let address = '';

    await test.step('the head of the desk writes it down as a list of steps', async () => {
      await owner.goto('/processes');
      await owner.getByRole('button', { name: say('process.add') }).click();
      const dialog = owner.getByRole('dialog', { name: say('process.add') });
      await dialog.getByRole('textbox', { name: `${say('process.name')} (${cast.own})` }).fill(cast.name);
      await choose(
        owner,
        dialog.getByRole('combobox', { name: say('process.unit'), exact: true }).first(),
        cast.first.department,
      );
      for (const [index, step] of cast.steps.entries()) {
        const row = dialog.getByRole('listitem').nth(index);
        await row.getByRole('textbox').first().fill(step);
        const unit = index === 0 ? cast.first.department : cast.second.department;
        await choose(owner, row.getByRole('combobox'), unit);
      }
      await dialog.getByRole('button', { name: say('process.begin') }).click();
      await expect(owner.getByText(cast.steps[0]).first()).toBeVisible({ timeout: 120_000 });
      await expectSound(owner);
    });

    await test.step('a step gets another name, and the draft is saved by itself', async () => {
      await chooseElement(owner, language, cast.steps[0]);
      const name = owner
        .getByRole('region', { name: say('diagram.properties') })
        .getByRole('textbox', { name: say('diagram.name'), exact: true });
      // The note of the save before this one still stands when the name is entered.
      const written = owner.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/draft'),
      );
      await name.fill(cast.renamed);
      await name.press('Enter');
      await written;
      await expect(saved).toBeVisible();
      await owner.reload();
      await expect(owner.locator('.djs-container').getByText(cast.renamed.split(' ')[0]!).first()).toBeVisible();
      // Drawn from the right for whoever reads from the right: the first step stands on the other side of the second.
      const first = await stepPlace(owner, language, cast.renamed);
      const second = await stepPlace(owner, language, cast.steps[1]);
      expect(Math.sign(first - second)).toBe(language === 'en' ? -1 : 1);
    });

    await test.step('an expression that is none is found at once, named among the faults, and mended', async () => {
      await chooseElement(owner, language, cast.steps[1]);
      const panel = owner.getByRole('region', { name: say('diagram.properties') });
      const priority = panel.getByRole('textbox', { name: say('diagram.priority') });
      await priority.fill('1 +');
      await expect(panel.getByText(within('diagram.expression-stops'))).toBeVisible();
      await priority.press('Enter');
      const faults = owner.getByRole('region', { name: within('diagram.faults') });
      // The hand-over to it, without a word on what is handed over, is said beside it.
      const broken = faults.getByRole('button', { name: cast.steps[1] }).filter({ hasText: '1 +' });
      await expect(broken).toBeVisible();
      await expectSound(owner);
      await broken.click();
      await priority.fill('1 + 1');
      await priority.press('Enter');
      await expect(faults).toHaveCount(0);
    });

    await test.step('what somebody else saved meanwhile is not overwritten', async () => {
      const api = await apiAs(desk.head);
      const draft = `/api/process-models/${new URL(owner.url()).pathname.split('/')[2]}/draft`;
      const { xml, revision } = (await (await api.get(draft)).json()) as { xml: string; revision: number };
      await post(api, draft, { xml, revision }, 'put');
      const note = owner
        .getByRole('region', { name: say('diagram.properties') })
        .getByRole('textbox', { name: say('diagram.note') });
      await note.fill(cast.refusal);
      await note.press('Enter');
      await expect(owner.getByRole('alert').getByText(say('process.behind'))).toBeVisible();
      await owner.getByRole('button', { name: say('process.take-theirs') }).click();
      await expect(owner.getByRole('alert')).toHaveCount(0);
      await chooseElement(owner, language, cast.steps[1]);
      await expect(note).toHaveValue('');
    });

    await test.step('the second step agrees on what is handed over', async () => {
      const panel = owner.getByRole('region', { name: say('diagram.properties') });
      await panel.getByRole('button', { name: say('diagram.section.hand-off') }).click();
      await panel.getByRole('button', { name: say('diagram.hand-off-add') }).click();
      const what = panel.getByRole('textbox', { name: say('diagram.handed-over') });
      await what.fill(cast.handedOver);
      await what.press('Enter');
      await expect(saved).toBeVisible();
    });

    await test.step('its owner publishes it and starts an instance', async () => {
      await owner.getByRole('button', { name: say('process.publish'), exact: true }).click();
      const dialog = owner.getByRole('dialog', { name: say('process.publish') });
      await dialog.getByRole('button', { name: say('process.publish'), exact: true }).click();
      await expect(owner.getByText(say('process.published'))).toBeVisible();
      await expectSound(owner);
      await owner.getByRole('button', { name: say('process.start'), exact: true }).click();
      await owner
        .getByRole('dialog')
        .getByRole('button', { name: say('process.start'), exact: true })
        .click();
      await expect(owner.getByRole('heading', { name: say('instance.one') })).toBeVisible();
      address = new URL(owner.url()).pathname;
    });

    await test.step('an agent of the desk claims its task and completes it', async () => {
      const agent = await pageAs(browser, desk.agent, language);
      await agent.goto('/tasks?view=units');
      await agent
        .getByRole('list', { name: say('task.title') })
        .getByRole('button', { name: cast.renamed })
        .click();
      await agent.getByRole('button', { name: say('task.claim'), exact: true }).click();
      await expectSound(agent);
      await agent.getByRole('button', { name: say('task.complete'), exact: true }).click();
      await agent
        .getByRole('dialog')
        .getByRole('button', { name: say('task.complete'), exact: true })
        .click();
      await expect(agent.getByText(say('task.state.completed'), { exact: true }).first()).toBeVisible();
      await agent.context().close();
    });

    await test.step('the laboratory refuses what was handed over, and says why', async () => {
      const receiver = await pageAs(browser, laboratory.head, language);
      await receiver.goto('/tasks?view=hand-offs');
      await receiver
        .getByRole('list', { name: say('task.title') })
        .getByRole('button', { name: cast.steps[1] })
        .click();
      await expect(receiver.getByText(cast.handedOver)).toBeVisible();
      await expectSound(receiver);
      await receiver.getByRole('button', { name: say('hand-off.refuse'), exact: true }).click();
      const dialog = receiver.getByRole('dialog', { name: say('hand-off.refuse') });
      await dialog.getByRole('textbox', { name: say('ui.reason') }).fill(cast.refusal);
      await dialog.getByRole('button', { name: say('hand-off.refuse'), exact: true }).click();
      await expect(receiver.getByText(cast.refusal)).toBeVisible();
      await receiver.context().close();
    });

    await test.step('the diagram shows where it waits', async () => {
      await owner.goto(address);
      const diagram = owner.getByRole('figure');
      await expect(diagram.locator('.rida-diagram-mark').first()).toBeVisible();
      await expect(owner.getByRole('row', { name: cast.steps[1] })).toBeVisible();
      // The mark of its makers must stay in sight.
      await expect(diagram.locator('.bjs-powered-by')).toBeInViewport();
      await expectSound(owner);
    });
  });
}

async function choose(page: Page, field: ReturnType<Page['getByRole']>, option: string): Promise<void> {
  await field.click();
  await field.fill(option);
  await page.getByRole('option', { name: option }).last().click();
}

async function chooseElement(page: Page, language: JourneyLanguage, name: string): Promise<void> {
  await choose(page, page.getByRole('combobox', { name: appWords(language).say('diagram.find') }), name);
}

/** Where a step stands on the screen, from the left. */
async function stepPlace(page: Page, language: JourneyLanguage, name: string): Promise<number> {
  await chooseElement(page, language, name);
  const box = await page.locator('.djs-element.selected').boundingBox();
  return box!.x;
}
