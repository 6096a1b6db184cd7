// A draft before anybody works by it: who does a step is chosen from the positions that are there, and the draft is tried out, kept nowhere.
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { chooseElement, decisionXml, newProcess } from './world/processes.ts';
import { appWords } from './world/words.ts';

const names = { department: 'Fines desk', category: 'Fines', agent: 'Iris Vale', head: 'Owen Marsh' };
const steps = {
  process: 'Waive a fine',
  assess: 'Look at the request',
  choice: 'How much is it?',
  small: 'Waive it at the desk',
  large: 'Ask the director',
  end: 'The customer knows',
};

test('a position is chosen for a step, and the draft is tried out (en)', async ({ browser }) => {
  test.setTimeout(240_000);
  const { say, within } = appWords('en');
  const office = await openOffice('en', names);
  const elsewhere = await post<{ id: string }>(office.administrator, '/api/units', {
    name: { en: 'Archive of fines' },
    parentId: office.departmentId,
  });
  const titled = (unitId: string, en: string) =>
    post(office.administrator, '/api/positions', { unitId, title: { en }, isHead: false });
  await titled(office.departmentId, 'Fines auditor');
  await titled(elsewhere.id, 'Archivist');
  const api = await apiAs(office.head);
  const xml = decisionXml(office, 'en', steps);
  const { id } = await newProcess(api, office, { language: 'en', name: steps.process, xml });
  const page = await pageAs(browser, office.head, 'en');
  const trial = page.getByRole('region', { name: say('diagram.try-out') });
  const stands = trial.getByRole('list', { name: say('instance.stands-at') });
  const act = (name: string) => trial.getByRole('button', { name, exact: true }).click();
  const enter = (values: string) => trial.getByRole('textbox', { name: say('diagram.try-values') }).fill(values);

  await test.step('positions of the unit are offered; of one that is not there it is said', async () => {
    await page.goto(`/processes/${id}/draft`);
    await chooseElement(page, 'en', steps.assess);
    const panel = page.getByRole('region', { name: say('diagram.properties') });
    const position = panel.getByRole('combobox', { name: say('diagram.position') });
    await position.fill('Archivist');
    await expect(panel.getByText(within('diagram.position-elsewhere', { unit: names.department }))).toBeVisible();
    await position.fill('Referee');
    await expect(panel.getByText(say('diagram.position-unknown'))).toBeVisible();
    await position.fill('aud');
    await page.getByRole('option', { name: /^Fines auditor/ }).click();
    await expect(position).toHaveValue('Fines auditor');
    await expect(panel.getByText(say('diagram.position-unknown'))).toHaveCount(0);
    await expect
      .poll(async () => ((await (await api.get(`/api/process-models/${id}/draft`)).json()) as { xml: string }).xml)
      .toContain('rida:position="Fines auditor"');
    await expectSound(page);
  });

  await test.step('without the amount the trial gets stuck, and says why', async () => {
    await page.getByRole('button', { name: say('diagram.try-out') }).click();
    await act(say('diagram.try-begin'));
    await expect(stands.getByText(steps.assess)).toBeVisible();
    await expect(page.locator('.djs-element.rida-stands[data-element-id="assess"]')).toHaveCount(1);
    await act(say('diagram.try-done'));
    await expect(stands.getByText(steps.choice)).toBeVisible();
    await expect(stands.getByText(say('incident.no-flow-holds'))).toBeVisible();
    await expectSound(page);
  });

  await test.step('begun anew, each amount takes its way to the end', async () => {
    for (const [amount, way] of [
      ['1200', steps.large],
      ['80', steps.small],
    ] as const) {
      await act(say('diagram.try-again'));
      await expect(stands.getByText(steps.assess)).toBeVisible();
      await enter(`amount = ${amount}`);
      await act(say('diagram.try-done'));
      await expect(stands.getByRole('listitem')).toHaveText([new RegExp(way)]);
      await act(say('diagram.try-done'));
      await expect(trial.getByRole('status')).toHaveText(say('instance.status.completed'));
    }
  });

  await test.step('nothing of it is kept: there is no instance, and the panel is back', async () => {
    await trial.getByRole('button', { name: say('ui.close') }).click();
    await expect(trial).toHaveCount(0);
    await expect(page.locator('.djs-element.rida-stands')).toHaveCount(0);
    const { items } = (await (await api.get(`/api/process-instances?modelId=${id}&limit=5`)).json()) as {
      items: unknown[];
    };
    expect(items).toEqual([]);
  });
});
