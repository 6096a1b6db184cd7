// Somebody who does not own a process proposes a version: it comes back with a reason, is mended, proposed again and approved.
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { chooseElement, decisionXml, newProcess } from './world/processes.ts';
import { appWords } from './world/words.ts';

const names = { department: 'شعبة الغرامات', category: 'غرامات', agent: 'أمل الرشيدي', head: 'تركي السبيعي' };
const steps = {
  process: 'إعفاء من غرامة',
  assess: 'دراسة الطلب',
  choice: 'كم المبلغ؟',
  small: 'إعفاء من الشعبة',
  large: 'رفعه إلى المدير',
  end: 'رُدَّ على العميل',
};
const mended = 'دراسة الطلب ومستنداته';
const [why, reason] = ['يخفف عن من تعثّر بعذر.', 'الخطوة الأولى لا تذكر المستندات.'];

test('a version is proposed, sent back with a reason, mended and approved (ar)', async ({ browser }) => {
  test.setTimeout(240_000);
  const { say, like, within } = appWords('ar');
  const office = await openOffice('ar', names);
  const owner = await apiAs(office.head);
  const xml = decisionXml(office, 'ar', steps);
  const { id } = await newProcess(owner, office, { language: 'ar', name: steps.process, xml });
  const agent = await pageAs(browser, office.agent, 'ar');
  const head = await pageAs(browser, office.head, 'ar');
  const waiting = head.getByRole('region', { name: say('process.waits-for-owner') });

  const propose = async (note: string) => {
    await agent.getByRole('button', { name: say('process.propose'), exact: true }).click();
    const dialog = agent.getByRole('dialog', { name: say('process.propose') });
    await expect(dialog.getByText(within('process.propose-means', { owner: names.head }))).toBeVisible();
    await dialog.getByRole('textbox', { name: say('process.why') }).fill(note);
    await dialog.getByRole('button', { name: say('process.propose'), exact: true }).click();
    await expect(agent).toHaveURL(/view=versions/);
  };

  await test.step('an agent proposes the draft; the agent alone cannot publish it', async () => {
    await agent.goto(`/processes/${id}/draft`);
    await expect(agent.getByText(say('diagram.no-faults'))).toBeVisible({ timeout: 60_000 });
    await expect(agent.getByRole('button', { name: say('process.publish'), exact: true })).toHaveCount(0);
    await propose(why);
    const mine = agent.getByRole('region', { name: say('process.waits-for-owner') });
    await expect(mine.getByRole('button', { name: say('process.withdraw') })).toBeVisible();
    await expect(mine.getByRole('button', { name: say('process.approve') })).toHaveCount(0);
  });

  await test.step('the notice leads the owner to it, who sends it back with a reason', async () => {
    await head.goto('/processes');
    await head.getByRole('button', { name: like('notification.bell-unread') }).click();
    const told = within('notification.type.process.proposed', { title: steps.process });
    await head.getByRole('link', { name: told }).click();
    await expect(waiting.getByText(why)).toBeVisible();
    await expectSound(head);
    await waiting.getByRole('button', { name: say('process.send-back') }).click();
    const dialog = head.getByRole('dialog', { name: say('process.send-back') });
    await dialog.getByRole('textbox', { name: say('ui.reason') }).fill(reason);
    await dialog.getByRole('button', { name: say('process.send-back') }).click();
    await expect(waiting).toHaveCount(0);
  });

  await test.step('the agent reads why, mends the step and proposes again', async () => {
    const back = agent.getByRole('region', { name: say('process.was-sent-back') });
    await expect(back.getByText(reason)).toBeVisible();
    await expect(back.getByText(names.head)).toBeVisible();
    await agent.getByRole('button', { name: say('process.draw'), exact: true }).click();
    await chooseElement(agent, 'ar', steps.assess);
    const name = agent
      .getByRole('region', { name: say('diagram.properties') })
      .getByRole('textbox', { name: say('diagram.name'), exact: true });
    await name.fill(mended);
    await name.press('Enter');
    // Saved before the dialog opens: what is proposed is what is drawn.
    await propose(mended);
  });

  await test.step('the owner sees it come while the page is open, and approves', async () => {
    await expect(waiting.getByText(mended)).toBeVisible();
    await waiting.getByRole('button', { name: say('process.approve') }).click();
    await expect(head.getByText(say('process.published'))).toBeVisible();
    await expect(waiting).toHaveCount(0);
    await expect(head.getByText(say('process.status.in-force')).first()).toBeVisible();
    await expectSound(head);
    const { xml: inForce } = (await (await owner.get(`/api/process-models/${id}/versions/1`)).json()) as {
      xml: string;
    };
    expect(inForce).toContain(`name="${mended}"`);
  });

  await test.step('the agent has the version with who proposed and who approved it', async () => {
    const list = agent.getByRole('list', { name: say('process.view.versions') });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(agent.getByText(names.agent).first()).toBeVisible();
    await expect(agent.getByText(names.head).first()).toBeVisible();
    await expectSound(agent);
  });
});
