// The customer's side: a case that survives a dead network, followed from another device, added to and withdrawn.
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { letterTo } from './world/mailbox.ts';
import { openOffice, phoneOf, type Office } from './world/office.ts';
import { portalWords } from './world/words.ts';
import { readWorld } from './world/world.ts';

const { say, like, within } = portalWords('fa');
const text = 'پیاده‌رو خیابان بهار گود شده است\nشب‌ها خطرناک است.';
const subject = text.split('\n')[0]!;

let office: Office;
test.beforeAll(async () => {
  office = await openOffice('fa', {
    department: 'ادارهٔ معابر',
    category: 'پیاده‌رو',
    agent: 'سمیرا نوری',
    head: 'کامران صادقی',
  });
});

test('a case is sent over a bad line once, followed by code, added to and withdrawn (fa)', async ({ browser }) => {
  const email = `walker-${process.pid}@example.org`;
  const phone = await phoneOf(browser, 'fa');
  await test.step('the network is dead: the draft stays', () => sendIntoNothing(phone, email));
  const trackingCode = await test.step('the answer is lost, then sent again: one case', () => sendAgain(phone));
  const other = await phoneOf(browser, 'fa');
  await test.step('another device follows it by code, in Persian digits', () => follow(other, { trackingCode, email }));
  await test.step('a message with a file', () => addMessage(other));
  await test.step('withdrawn, which is not solved', () => withdraw(other));
  await test.step('the first device shows it too', async () => {
    await phone.goto(`/portal/${readWorld().slug}`);
    await phone
      .getByRole('region', { name: say('device.title') })
      .getByRole('link', { name: subject })
      .click();
    await expect(
      phone.getByRole('region', { name: say('case.standing') }).getByText(say('state.withdrawn'), { exact: true }),
    ).toBeVisible();
  });
});

async function sendIntoNothing(phone: Page, email: string): Promise<void> {
  await phone.goto(`/portal/${readWorld().slug}/ask`);
  await phone.getByRole('radio', { name: say('kind.request') }).check();
  await phone.getByRole('combobox', { name: say('submit.category') }).selectOption({ label: office.category });
  await phone.getByRole('button', { name: say('submit.send') }).click();
  await expect(phone.getByRole('alert').filter({ hasText: within('faults.title') })).toBeFocused();
  await phone.getByRole('textbox', { name: say('submit.text') }).fill(text);
  await phone.getByRole('textbox', { name: say('submit.name'), exact: true }).fill('لیلا حیدری');
  await phone.getByRole('textbox', { name: say('submit.email') }).fill(email);
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: say('submit.send') }).click();
  await expect(phone.getByRole('alert').filter({ hasText: say('problem.network') })).toBeVisible();
  await phone.context().setOffline(false);
}

async function sendAgain(phone: Page): Promise<string> {
  // The request arrives, its answer does not.
  await phone.route(
    '**/api/portal/*/cases',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await phone.getByRole('button', { name: say('submit.send') }).click();
  await expect.poll(async () => (await casesOfOffice()).length).toBe(1);
  await expect(phone.getByRole('alert').filter({ hasText: say('problem.network') })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(say('submit.kept'))).toBeVisible();
  await expect(phone.getByRole('textbox', { name: say('submit.text') })).toHaveValue(text);
  await phone.getByRole('button', { name: say('submit.send') }).click();
  await expect(phone.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible();
  const [one, ...others] = await casesOfOffice();
  expect(others).toEqual([]);
  await expect(phone.getByRole('region', { name: say('receipt.code') })).toContainText(one!.trackingCode);
  return one!.trackingCode;
}

async function casesOfOffice(): Promise<{ trackingCode: string }[]> {
  const answer = await office.administrator.get(`/api/cases?unitId=${office.departmentId}`);
  return ((await answer.json()) as { items: { trackingCode: string }[] }).items;
}

async function follow(other: Page, { trackingCode, email }: { trackingCode: string; email: string }): Promise<void> {
  await other.goto(`/portal/${readWorld().slug}`);
  await other.getByRole('link', { name: say('first.follow') }).click();
  await other.getByRole('textbox', { name: say('follow.code') }).fill(persian(trackingCode));
  await other.getByRole('button', { name: say('follow.send') }).click();
  await expect(other.getByText(like('follow.sent'))).toBeVisible();
  const code = /\d{6,8}/.exec((await letterTo(email, 'code', 'fa')).subject)![0];
  const once = other.getByRole('textbox', { name: say('follow.once') });
  await once.fill(persian(String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0')));
  await other.getByRole('button', { name: say('follow.open') }).click();
  await expect(other.getByRole('alert').filter({ hasText: say('problem.code-refused') })).toBeVisible();
  await once.fill(persian(code));
  await other.getByRole('button', { name: say('follow.open') }).click();
  await expect(other.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

function persian(code: string): string {
  return code.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}

async function addMessage(other: Page): Promise<void> {
  const section = other.getByRole('region', { name: say('message.title') });
  await section.getByRole('textbox', { name: say('message.text') }).fill('عکس گودال پیوست است.');
  const chosen = other.waitForEvent('filechooser');
  await section.getByRole('button', { name: say('files.add') }).click();
  await (await chosen).setFiles({ name: 'گودال.txt', mimeType: 'text/plain', buffer: Buffer.from('عمق ۳۰ سانتی‌متر') });
  await expect(section.getByRole('button', { name: like('files.remove', { name: 'گودال.txt' }) })).toBeVisible();
  // A file that is still on its way can be removed too, and holds the sending back.
  await expect(section.getByRole('listitem').filter({ hasText: 'گودال.txt' })).not.toContainText(
    within('files.sending'),
  );
  await section.getByRole('button', { name: say('message.send') }).click();
  await expect(other.getByText(say('message.sent'))).toBeVisible();
  const steps = other.getByRole('region', { name: say('steps.title') });
  await expect(steps.getByText('عکس گودال پیوست است.')).toBeVisible();
  const down = other.waitForEvent('download');
  await steps.getByRole('button', { name: 'گودال.txt' }).click();
  expect((await down).suggestedFilename()).toBe('گودال.txt');
}

async function withdraw(other: Page): Promise<void> {
  await other.getByRole('button', { name: say('withdraw.open') }).click();
  await expect(other.getByText(say('withdraw.about'))).toBeVisible();
  await other.getByRole('textbox', { name: say('withdraw.reason') }).fill('همسایه خودش پر کرد.');
  await other.getByRole('button', { name: say('withdraw.send') }).click();
  await expect(other.getByText(say('withdraw.done'))).toBeVisible();
  await expect(
    other.getByRole('region', { name: say('case.standing') }).getByText(say('state.withdrawn.about')),
  ).toBeVisible();
}
