// A process from a template to the coverage map: units chosen, an element commented on, published, and seen beside what is missing.
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { openOffice, pageAs } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { appWords } from './world/words.ts';

const { say, like } = appWords('en');
const step = 'Receive and inspect it';
const question = 'Who inspects it while the store is closed?';

test('a process begins from a template, is talked about, published and seen in the coverage map', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  const names = { category: 'Returns', agent: 'Nora Field', head: 'Oscar Lane' };
  const desk = await openOffice('en', { department: 'Return desk', ...names });
  const owner = await pageAs(browser, desk.head, 'en');

  await test.step('the head of the desk chooses a template and its units', async () => {
    await owner.goto('/processes');
    await owner.getByRole('button', { name: say('process.add') }).click();
    const dialog = owner.getByRole('dialog', { name: say('process.add') });
    await dialog.getByRole('radio', { name: say('process.begin.template') }).click();
    await dialog.getByRole('combobox', { name: say('process-template.choose') }).click();
    await owner.getByRole('option', { name: 'Return of a product' }).click();
    await expect(dialog.getByRole('textbox', { name: `${say('process.name')} (English)` })).toHaveValue(
      'Return of a product',
    );
    await expect(dialog.getByRole('figure').getByText(step.split(' ')[0]!).first()).toBeVisible({ timeout: 60_000 });
    const forms = dialog.getByRole('region', { name: say('process-template.forms') });
    await expect(forms.getByRole('listitem').filter({ hasText: 'Inspection of the returned product' })).toBeVisible();
    const unit = dialog.getByRole('combobox', { name: say('process.unit'), exact: true });
    await choose(owner, unit, desk.department);
    for (const role of ['Customer service', 'Warehouse', 'Finance'])
      await choose(
        owner,
        dialog.getByRole('combobox', { name: like('process-template.unit-of', { role }) }),
        desk.department,
      );
    await expectSound(owner);
    await dialog.getByRole('button', { name: say('process.begin'), exact: true }).click();
    await expect(owner.getByText(say('diagram.no-faults'))).toBeVisible({ timeout: 120_000 });
  });

  await test.step('a step is asked about beside the drawing', async () => {
    await choose(owner, owner.getByRole('combobox', { name: say('diagram.find') }), step);
    await expect(owner.getByRole('textbox', { name: say('diagram.form') })).toHaveValue(/^product-return-receive/);
    const sides = owner.getByRole('radiogroup', { name: say('process-thread.beside') });
    await sides.getByText(say('process-thread.title'), { exact: true }).click();
    const panel = owner.getByRole('region', { name: say('process-thread.title') });
    await panel.getByRole('textbox', { name: say('process-thread.say') }).fill(question);
    await panel.getByRole('button', { name: say('process-thread.send') }).click();
    await expect(panel.getByRole('article').getByText(question)).toBeVisible();
    await expect(owner.locator('.rida-diagram-mark[data-tone="said"]')).toHaveText('1');
    await expectSound(owner);
  });

  await test.step('it is published, and the question stands with the version', async () => {
    await owner.getByRole('button', { name: say('process.publish'), exact: true }).click();
    const dialog = owner.getByRole('dialog', { name: say('process.publish') });
    await dialog.getByRole('button', { name: say('process.publish'), exact: true }).click();
    await expect(owner.getByText(say('process.published'))).toBeVisible();
    await owner.goto(`${new URL(owner.url()).pathname.replace('/draft', '')}?view=versions`);
    const article = owner.getByRole('article');
    await expect(article.getByText(question)).toBeVisible();
    await article.getByRole('button', { name: say('process-thread.settle') }).click();
    await expect(owner.getByText(say('process-thread.none'))).toBeVisible();
    await expectSound(owner);
  });

  await test.step('the map shows it as declared; another element is not done on purpose', async () => {
    await owner.goto('/processes');
    await owner.getByRole('link', { name: say('process-coverage.title') }).click();
    const element = owner.getByRole('listitem').filter({ hasText: 'Process returns' }).first();
    await expect(element.getByText(say('process-coverage.state.declared'))).toBeVisible();
    await expect(element.getByRole('link', { name: 'Return of a product' })).toBeVisible();
    const recall = like('process-coverage.exclude-named', { name: 'Develop recall strategy' });
    await owner.getByRole('button', { name: recall }).click();
    const dialog = owner.getByRole('dialog', { name: recall });
    await dialog.getByRole('textbox', { name: say('ui.reason') }).fill('We make nothing ourselves.');
    await dialog.getByRole('button', { name: recall }).click();
    await expect(dialog).toHaveCount(0);
    const excluded = owner.getByRole('listitem').filter({ hasText: 'Develop recall strategy' });
    await expect(excluded.getByText('We make nothing ourselves.')).toBeVisible();
    await expect(owner.getByText('©2022 APQC. ALL RIGHTS RESERVED.')).toBeVisible();
    await expectSound(owner);
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('link', { name: say('process-coverage.file') }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('process-coverage.csv');
  });
});

async function choose(page: Page, field: ReturnType<Page['getByRole']>, option: string): Promise<void> {
  await field.click();
  await field.fill(option);
  await page.getByRole('option', { name: option }).last().click();
}
