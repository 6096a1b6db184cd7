// A claim that nobody answers: reminded, then lapsed, which is not solved; the customer opens the case again.
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { moveTime } from './world/database.ts';
import { letterTo, linkOf } from './world/mailbox.ts';
import { apiAs, openOffice, phoneOf, post } from './world/office.ts';
import { submitCase } from './world/portal-case.ts';
import { portalWords } from './world/words.ts';

const { say, within } = portalWords('fa');
/** The jobs run once a minute. */
const nextMinute = { timeout: 100_000, intervals: [2000] };

test('silence ends a claim as lapsed, and the customer can come back (fa)', async ({ browser }) => {
  const office = await openOffice('fa', {
    department: 'ادارهٔ گاز',
    category: 'قبض گاز',
    agent: 'آرش مرادی',
    head: 'پریسا شریفی',
  });
  const agent = await apiAs(office.agent);
  const email = `silent-${process.pid}@example.org`;
  const { id } = await submitCase(office, {
    language: 'fa',
    name: 'نسرین کریمی',
    email,
    text: 'مبلغ قبض گاز این ماه دو برابر است.',
  });
  await post(agent, `/api/cases/${id}/resolution`, { answer: 'کنتور بازبینی و قبض تازه‌ای صادر شد.' });
  const phone = await phoneOf(browser, 'fa');

  await test.step('nothing is heard, and the days pass', async () => {
    await phone.goto(linkOf(await letterTo(email, 'claimed', 'fa')));
    await expect(phone.getByText(within('answer.silence'))).toBeVisible();
    await moveTime(`update cases set lapses_at = now() - interval '1 minute' where id = $1`, [id]);
    await expect.poll(() => caseOf(agent, id), nextMinute).toMatchObject({ state: 'closed', outcome: 'lapsed' });
  });

  await test.step('the customer reads that it lapsed, not that it is solved', async () => {
    await phone.goto('about:blank');
    await phone.goto(linkOf(await letterTo(email, 'lapsed', 'fa')));
    const standing = phone.getByRole('region', { name: say('case.standing') });
    await expect(standing.getByText(say('state.lapsed'), { exact: true })).toBeVisible();
    await expect(standing.getByText(say('state.lapsed.about'))).toBeVisible();
    await expect(phone.getByText(say('state.confirmed.about'))).toBeHidden();
    expect(await claimsOf(agent, office.departmentId)).toMatchObject({ claims: 1, lapsed: 1, confirmed: 0 });
  });

  await test.step('the customer opens it again', async () => {
    await reopen(phone, 'قبض تازه هم همان مبلغ را دارد.');
    expect(await caseOf(agent, id)).toMatchObject({ state: 'open', outcome: null });
  });

  await test.step('a second silence is reminded of', async () => {
    await post(agent, `/api/cases/${id}/resolution`, { answer: 'مبلغ اصلاح شد و تفاوت برگشت داده شد.' });
    await letterTo(email, 'claimed', 'fa', 2);
    await moveTime(`update cases set next_reminder_at = now() - interval '1 minute' where id = $1`, [id]);
    await letterTo(email, 'reminder', 'fa');
    expect(await caseOf(agent, id)).toMatchObject({ state: 'claimed', outcome: null });
  });
});

async function caseOf(api: APIRequestContext, id: string): Promise<{ state: string; outcome: string | null }> {
  return (await (await api.get(`/api/cases/${id}`)).json()) as { state: string; outcome: string | null };
}

async function claimsOf(api: APIRequestContext, unitId: string): Promise<Record<string, number>> {
  const figures = await api.get(`/api/figures/cases?unitId=${unitId}`);
  return ((await figures.json()) as { claims: Record<string, number> }).claims;
}

async function reopen(phone: Page, reason: string): Promise<void> {
  const section = phone.getByRole('region', { name: say('reopen.title') });
  await section.getByRole('button', { name: say('reopen.open') }).click();
  await section.getByRole('button', { name: say('reopen.send') }).click();
  await expect(phone.getByRole('alert').getByText(say('fault.reason.required'))).toBeVisible();
  await section.getByRole('textbox', { name: say('reopen.reason') }).fill(reason);
  await section.getByRole('button', { name: say('reopen.send') }).click();
  await expect(phone.getByText(say('reopen.done'))).toBeVisible();
  await expect(
    phone.getByRole('region', { name: say('case.standing') }).getByText(say('state.open'), { exact: true }),
  ).toBeVisible();
  await expect(phone.getByRole('region', { name: say('steps.title') }).getByText(reason)).toBeVisible();
}
